using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>
/// Creates something once. Where the answer is lost, it is looked for until it would have shown, and sent a second time only then; where looking says nothing, the next run looks again.
/// </summary>
internal sealed class Creation(LedgerLease lease, TimeProvider time)
{
    public async Task<T> SendAsync<T>(Func<Task<T>> send, Func<Task<T?>> look, CancellationToken cancellation)
        where T : class
    {
        for (var (losses, waits) = (0, 0); ;)
        {
            await lease.EnsureAsync(cancellation);
            try
            {
                return await send();
            }
            catch (GitHubException e) when (e.IsLimit && waits++ < 3)
            {
                // Renewing waits for as long as GitHub asks; who took over meanwhile shows before anything is sent.
                await lease.RenewAsync(cancellation);
            }
            catch (GitHubException e) when (e.IsAmbiguous)
            {
                var isMissing = false;
                foreach (var seconds in (int[])[2, 4, 8, 16, 30])
                {
                    await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellation);
                    try
                    {
                        if (await look() is { } found)
                        {
                            return found;
                        }

                        isMissing = true;
                    }
                    catch (GitHubException old) when (old.IsAmbiguous)
                    {
                        isMissing = false;
                    }
                }

                if (!isMissing || ++losses == 2)
                {
                    throw;
                }
            }
        }
    }
}
