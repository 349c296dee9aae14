using System.Globalization;

namespace PostmortemAction.Hosting;

/// <summary>Tells how far long work is: now and then, and not at its end.</summary>
internal sealed class Progress(string work, int total, int step, Action<string> tell)
{
    private readonly Lock door = new();
    private int done;

    public void Add(int more)
    {
        lock (door)
        {
            var before = done;
            done += more;
            if (done / step > before / step && done < total)
            {
                tell(string.Create(CultureInfo.InvariantCulture, $"{work} {done:N0} of {total:N0}"));
            }
        }
    }
}
