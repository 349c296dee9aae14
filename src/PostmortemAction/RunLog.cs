using System.Globalization;

namespace PostmortemAction;

/// <summary>Tells the steps of a run as they are done, each with the time since the one before. Times stand in the log and nowhere else: all else is compared.</summary>
public sealed class RunLog(Action<string> tell, Action<string, IEnumerable<string>> group, TimeProvider time)
{
    private long since = time.GetTimestamp();

    /// <param name="more">What stands behind the time.</param>
    public void Done(string step, string more = "")
    {
        var now = time.GetTimestamp();
        tell(string.Create(CultureInfo.InvariantCulture, $"{step} in {time.GetElapsedTime(since, now).TotalSeconds:0.0} s{more}."));
        since = now;
    }

    /// <summary>What matters only to who looks closer.</summary>
    public void Detail(string title, IEnumerable<string> lines) => group(title, lines);

    public void Say(string text) => tell(text);
}
