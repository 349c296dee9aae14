using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>What is not to be sent twice, and what is not to be sent late.</summary>
internal sealed class Writing(LedgerLease lease, TimeProvider time)
{
    private const int MostWaits = 3;

    /// <summary>Reads what stands there and changes it. After a limit it reads anew, since people may have written while it waited.</summary>
    public async Task EditAsync(Func<Task> edit, CancellationToken cancellation)
    {
        for (var waits = 0; ;)
        {
            await lease.EnsureAsync(cancellation);
            try
            {
                await edit();
                return;
            }
            catch (GitHubException e) when (e.IsLimit && waits++ < MostWaits)
            {
                await WaitAsync(cancellation);
            }
        }
    }

    /// <summary>
    /// Creates something once. Where the answer is lost, it is looked for until it would have shown, and sent a second time only then. Where looking says nothing, it ends
    /// ambiguous: the next run looks again.
    /// </summary>
    public async Task<T> CreateAsync<T>(Func<Task<T>> send, Func<Task<T?>> look, CancellationToken cancellation)
        where T : class
    {
        for (var (losses, waits) = (0, 0); ;)
        {
            await lease.EnsureAsync(cancellation);
            try
            {
                return await send();
            }
            catch (GitHubException e) when (e.IsLimit && waits++ < MostWaits)
            {
                await WaitAsync(cancellation);
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
                    catch (GitHubException)
                    {
                        // Looking says nothing now; it may have been made all the same.
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

    /// <summary>Renewing waits for as long as GitHub asks; who took over meanwhile shows before anything is sent.</summary>
    private Task WaitAsync(CancellationToken cancellation) => lease.RenewAsync(cancellation);
}
