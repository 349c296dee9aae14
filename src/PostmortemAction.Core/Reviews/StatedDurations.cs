using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Reviews;

/// <summary>Durations that people state beside start and end: on a line of their own below a date, or in a sentence. The reading takes none of them, for it has the times.</summary>
internal static class StatedDurations
{
    private const string Code = "duration-differs";

    /// <summary>More characters lie between no "for" and its figure.</summary>
    private const int Reach = 60;

    private static readonly string[] Verbs = ["for ", "lasted ", "lasting "];
    private static readonly string[] Units = ["d", "day", "days", "h", "hr", "hrs", "hour", "hours", "m", "min", "mins", "minute", "minutes"];
    private static readonly char[] Joints = [' ', ',', '(', '*', '_', '\n'];

    /// <summary>Tells the first that is not what start and end give, but for rounding; unless the reading told it.</summary>
    public static void Tell(ReadDocument document)
    {
        if (document.Postmortem.Measure("duration") is not { Minutes: { } known, Formula: not "stated" } || document.Postmortem.Problems.Any(problem => problem.Code == Code))
        {
            return;
        }

        var lines = (document.Answer(FieldIds.Duration) ?? "").Split('\n').Select(Alone);
        string?[] prose = [document.Answer(FieldIds.Summary), document.Answer(FieldIds.Duration), document.Postmortem.Incident.Answers.Preamble];
        if (lines.Concat(prose.Select(text => BesideSpan(text ?? "", document))).FirstOrDefault(stated => Math.Abs(known - (stated ?? known)) > Math.Max(1, (stated ?? 0) * 0.1)) is { } wrong)
        {
            document.Tell(
                Code, document.LineOf(FieldIds.Duration, FieldIds.Summary),
                $"The stated duration of {Durations.Describe((long)Math.Round(wrong))} is not the one from start to end, {Durations.Describe(known)}.");
        }
    }

    /// <summary>A line that says nothing else.</summary>
    private static double? Alone(string line) => line.Length <= Reach && EndsInUnit(line) ? WrittenDuration.Minutes(line) : null;

    /// <summary>"… for 3 hours, from 10:00 to 12:00 UTC", where those are the start and the end.</summary>
    private static double? BesideSpan(string text, ReadDocument document)
    {
        var milestones = document.Postmortem.Milestones;
        if (WrittenSpan.In(text) is not { } span || span.Start.Time != milestones.Started?.Moment.Time || span.End.Time != milestones.Resolved?.Moment.Time)
        {
            return null;
        }

        var before = text[Math.Max(0, span.Start.Start - Reach)..span.Start.Start].TrimEnd(Joints);
        before = before.EndsWith("from", StringComparison.OrdinalIgnoreCase) ? before[..^4].TrimEnd(Joints) : before;
        var at = Verbs.Max(verb => before.LastIndexOf(verb, StringComparison.OrdinalIgnoreCase) is var found and >= 0 ? found + verb.Length : -1);
        return at >= 0 && EndsInUnit(before) ? WrittenDuration.Minutes(before[at..]) : null;
    }

    private static bool EndsInUnit(string text)
    {
        var words = text.TrimEnd(' ', '.', '*', '_');
        var from = words.Length;
        while (from > 0 && char.IsLetter(words[from - 1]))
        {
            from--;
        }

        return Units.Contains(words[from..], StringComparer.OrdinalIgnoreCase);
    }
}
