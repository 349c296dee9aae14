using PostmortemAction.Convergence.Simulation.Times;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>Time passes without waiting, and in order.</summary>
public class VirtualTimeTests
{
    private readonly VirtualTime time = new();

    [Fact]
    public async Task A_thousand_delays_in_sequence_take_no_time()
    {
        for (var i = 0; i < 1000; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, TestContext.Current.CancellationToken);
        }

        Assert.Equal(TimeSpan.FromSeconds(1000), time.Elapsed);
        Assert.Equal(VirtualTime.Start.AddSeconds(1000), time.GetUtcNow());
    }

    [Fact]
    public void Delays_at_the_same_time_pass_together()
    {
        var order = new List<int>();

        time.Run(async () =>
        {
            await Task.WhenAll(Enumerable.Range(1, 10).Reverse().Select(async seconds =>
            {
                await Task.Delay(TimeSpan.FromSeconds(seconds), time);
                order.Add(seconds);
            }));
            return 0;
        });

        Assert.Equal(Enumerable.Range(1, 10), order);
        Assert.Equal(TimeSpan.FromSeconds(10), time.Elapsed);
    }

    [Fact]
    public async Task Delays_on_several_threads_all_end()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time);
            }
        })));

        Assert.InRange(time.Elapsed, TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(1600));
    }

    [Fact]
    public void A_timeout_does_not_move_the_clock_and_fires_when_something_else_does()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30), time);

        Assert.Equal(TimeSpan.Zero, time.Elapsed);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(timeout.IsCancellationRequested);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(timeout.IsCancellationRequested);
    }

    [Fact]
    public void A_timeout_ends_a_longer_delay_at_its_own_time()
    {
        var isCancelled = time.Run(async () =>
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
            try
            {
                await Task.Delay(TimeSpan.FromMinutes(5), time, timeout.Token);
                return false;
            }
            catch (TaskCanceledException)
            {
                return true;
            }
        });

        Assert.True(isCancelled);
        Assert.Equal(TimeSpan.FromSeconds(5), time.Elapsed);
    }

    [Fact]
    public void A_timeout_that_is_set_anew_or_disposed_does_not_fire_at_its_old_time()
    {
        using var moved = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
        var disposed = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
        moved.CancelAfter(TimeSpan.FromSeconds(20));
        disposed.Dispose();

        time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(moved.IsCancellationRequested);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(moved.IsCancellationRequested);
    }

    [Fact]
    public void The_wall_clock_can_jump_while_no_time_passes()
    {
        var stamp = time.GetTimestamp();

        time.Jump(TimeSpan.FromHours(-1));

        Assert.Equal(VirtualTime.Start.AddHours(-1), time.GetUtcNow());
        Assert.Equal(VirtualTime.Start, time.ServerNow);
        Assert.Equal(TimeSpan.Zero, time.GetElapsedTime(stamp));
    }

    [Fact]
    public void What_is_scheduled_happens_when_the_clock_passes_it()
    {
        var seen = TimeSpan.Zero;
        time.Schedule(TimeSpan.FromSeconds(20), () => seen = time.Elapsed);

        time.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(60), time);
            return 0;
        });

        Assert.Equal(TimeSpan.FromSeconds(20), seen);
    }

    [Fact]
    public void A_periodic_timer_moves_nothing_by_itself()
    {
        var ticks = 0;
        using var timer = time.CreateTimer(_ => ticks++, null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));

        time.Advance(TimeSpan.FromSeconds(35));

        Assert.Equal(3, ticks);
    }

    [Fact]
    public void Work_on_other_threads_comes_back_to_the_run()
    {
        var thread = time.Run(async () =>
        {
            var before = Environment.CurrentManagedThreadId;
            await Task.Run(() => { });
            return Environment.CurrentManagedThreadId == before;
        });

        Assert.True(thread);
    }
}
