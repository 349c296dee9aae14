namespace PostmortemAction.GitHub.Tests;

/// <summary>Answers are bounded in time and size: F27.</summary>
public sealed class BodyTests
{
    private const long MebiByte = 1024 * 1024;

    [Fact]
    public async Task A_body_of_a_byte_a_second_ends_after_thirty_seconds_F27()
    {
        using var stage = new Stage(
            time => Slow(time, TimeSpan.FromSeconds(1)), _ => Replies.Json(Replies.IssueJson));

        Assert.Equal(42, (await stage.ReadAsync())!.Number);
        Assert.Equal([0, 31], stage.Seconds);
    }

    [Fact]
    public async Task An_endless_body_ends_at_32_MiB_F27()
    {
        var body = new EndlessBody(null, TimeSpan.Zero, 64 * 1024);
        using var stage = new Stage(Replies.Of(System.Net.HttpStatusCode.OK, () => new StreamContent(body)), Replies.Json(Replies.IssueJson));

        Assert.Equal(42, (await stage.ReadAsync())!.Number);
        Assert.InRange(body.Given, 32 * MebiByte, 33 * MebiByte);
    }

    [Fact]
    public async Task The_effect_of_a_create_whose_answer_does_not_end_is_unknown_F27()
    {
        using var stage = new Stage(time => Slow(time, TimeSpan.FromSeconds(1)));

        var e = await Stage.FailsAsync(stage.CreateAsync);

        Assert.True(e.IsAmbiguous);
        Assert.Single(stage.Requests);
    }

    private static Reply Slow(VirtualTime time, TimeSpan pause) =>
        (request, cancellation) => Replies.Of(System.Net.HttpStatusCode.OK, () => new StreamContent(new EndlessBody(time, pause, 1)))(request, cancellation);

    /// <summary>A body that never ends.</summary>
    private sealed class EndlessBody(VirtualTime? time, TimeSpan pause, int portion) : MemoryStream
    {
        public long Given { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (time is not null)
            {
                await Task.Delay(pause, time, cancellationToken);
            }

            cancellationToken.ThrowIfCancellationRequested();
            Given += portion;
            buffer.Span[..Math.Min(portion, buffer.Length)].Fill((byte)' ');
            return Math.Min(portion, buffer.Length);
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var buffer = new byte[portion];
            while (await ReadAsync(buffer, cancellationToken) > 0)
            {
                await destination.WriteAsync(buffer, cancellationToken);
            }
        }
    }
}
