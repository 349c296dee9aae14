using System.Text;
using NodaTime;
using NodaTime.Text;

namespace PostmortemAction.Core.Diagrams;

/// <summary>A Mermaid gantt chart on a real time axis. Its labels are ours or come through <see cref="MermaidText"/>.</summary>
internal sealed class Gantt
{
    private static readonly LocalDateTimePattern Second = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss");

    /// <summary>Six ticks at most, four where they show the day: more stand over each other on a phone.</summary>
    private static readonly (Duration Upto, string Interval)[] Ticks =
    [
        (Duration.FromMinutes(6), "1minute"), (Duration.FromMinutes(30), "5minute"), (Duration.FromHours(1.5), "15minute"), (Duration.FromHours(3), "30minute"),
        (Duration.FromHours(6), "1hour"), (Duration.FromHours(18), "3hour"), (Duration.FromHours(24), "6hour"), (Duration.FromDays(2), "12hour"),
        (Duration.FromDays(4), "1day"), (Duration.FromDays(28), "1week"), (Duration.FromDays(120), "1month"), (Duration.FromDays(100_000), "12month"),
    ];

    private readonly DateTimeZone zone;
    private readonly StringBuilder text = new("```mermaid\ngantt\n");

    /// <param name="words">What it shows; it stands above it.</param>
    public Gantt(string words, DateTimeZone incident, Instant from, Instant to)
    {
        // Where the clocks change in between, an hour would be there twice or not at all.
        zone = incident.GetUtcOffset(from) == incident.GetUtcOffset(to) ? incident : DateTimeZone.Utc;
        var span = to - from;
        var isLong = span >= Duration.FromDays(1);
        text.Append("    title ").Append(words).Append(" (").Append(zone.Id).Append(")\n")
            .Append("    dateFormat YYYY-MM-DD HH:mm:ss\n")
            .Append("    axisFormat ").Append(isLong ? "%m-%d %H:%M" : "%H:%M").Append('\n')
            .Append("    tickInterval ").Append(Ticks.FirstOrDefault(tick => tick.Upto >= span, Ticks[^1]).Interval).Append('\n')
            .Append("    todayMarker off\n");
    }

    public void Section(string name) => text.Append("    section ").Append(name).Append('\n');

    /// <param name="look">How Mermaid colours it: <c>crit</c>, <c>active</c>, <c>done</c>, or nothing.</param>
    public void Bar(string label, string look, Instant from, Instant to) =>
        text.Append("    ").Append(label).Append(" :").Append(look.Length == 0 ? "" : $"{look}, ").Append(At(from)).Append(", ").Append(At(to)).Append('\n');

    public override string ToString() => $"{text}```";

    private string At(Instant instant) => Second.Format(instant.InZone(zone).LocalDateTime);
}
