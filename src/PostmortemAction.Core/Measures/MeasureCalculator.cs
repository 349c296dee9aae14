using NodaTime;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Measures;

/// <summary>
/// Computes the measures. Definitions differ between tools, so the formula stands beside every figure;
/// ours run the times to acknowledge, mitigate and resolve from the detection.
/// </summary>
public static class MeasureCalculator
{
    /// <summary>The built-in ones.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["duration", "time_to_detect", "time_to_acknowledge", "time_to_mitigate", "time_to_resolve", "time_on_misleading_paths"];

    public static IReadOnlyList<Measure> Compute(
        Milestones at, IReadOnlyList<TimelineEntry> timeline, double? statedMinutes, IReadOnlyList<MeasureFormula> own, string place, ICollection<Problem> problems)
    {
        var started = ("started_at", at.Started);
        var detected = ("detected_at", at.Detected);
        var resolved = ("resolved_at", at.Resolved);
        return
        [
            Stated(Between("duration", "Duration", resolved, started, place, problems), statedMinutes, place, problems),
            Between("time_to_detect", "Time to detect", detected, started, place, problems),
            Between("time_to_acknowledge", "Time to acknowledge", ("acknowledged_at", at.Acknowledged), detected, place, problems),
            Between("time_to_mitigate", "Time to mitigate", ("mitigated_at", at.Mitigated), detected, place, problems),
            Between("time_to_resolve", "Time to resolve", resolved, detected, place, problems),
            OnMisleadingPaths(timeline),
            .. own.Select(formula => Between(formula.Name, formula.Title, Moment(formula.Later), Moment(formula.Earlier), place, problems)),
        ];

        (string, Milestone?) Moment(string name) => (name, name switch
        {
            "started_at" => at.Started,
            "detected_at" => at.Detected,
            "acknowledged_at" => at.Acknowledged,
            "mitigated_at" => at.Mitigated,
            _ => at.Resolved,
        });
    }

    private static Measure Between(
        string name, string title, (string Name, Milestone? At) later, (string Name, Milestone? At) earlier,
        string place, ICollection<Problem> problems)
    {
        var formula = $"{later.Name} - {earlier.Name}";
        if (OfDay(later, earlier) is { } sameDay)
        {
            return new(name, title, formula, sameDay, earlier.At, later.At, later.At!.Basis > earlier.At!.Basis ? later.At.Basis : earlier.At.Basis, null);
        }

        var missing = Missing(earlier) ?? Missing(later);
        if (missing is not null)
        {
            return new(name, title, formula, null, earlier.At, later.At, null, missing);
        }

        var minutes = Minutes(later.At!.Moment.Instant!.Value - earlier.At!.Moment.Instant!.Value);

        // Of one minute the earlier may carry seconds and the later none.
        minutes = minutes < 0 && MinuteOf(later.At.Moment.Instant!.Value) == MinuteOf(earlier.At.Moment.Instant!.Value) ? 0 : minutes;
        if (minutes < 0)
        {
            var reason = $"`{later.Name}` is before `{earlier.Name}`.";
            problems.Add(Problem.Warning(
                "negative-measure",
                $"{title}: {later.Name} ({later.At.Moment.Describe()}) is before {earlier.Name} ({earlier.At.Moment.Describe()}), so it is not known.",
                "Correct whichever of the two times is wrong in the incident.",
                place));
            return new(name, title, formula, null, earlier.At, later.At, null, reason);
        }

        var basis = later.At.Basis > earlier.At.Basis ? later.At.Basis : earlier.At.Basis;
        return new(name, title, formula, minutes, earlier.At, later.At, basis, null);
    }

    /// <summary>The duration that somebody wrote down counts where it cannot be computed; where it can, both must agree but for rounding.</summary>
    private static Measure Stated(Measure computed, double? minutes, string place, ICollection<Problem> problems)
    {
        if (minutes is not { } stated)
        {
            return computed;
        }

        if (computed.Minutes is not { } known)
        {
            return computed with { Formula = "stated", Minutes = (long)Math.Round(stated), Basis = MilestoneBasis.Stated, UnknownBecause = null };
        }

        if (Math.Abs(known - stated) > Math.Max(1, stated * 0.1))
        {
            problems.Add(Problem.Warning(
                "duration-differs",
                $"The stated duration of {Text.Durations.Describe((long)Math.Round(stated))} is not the one from start to end, {Text.Durations.Describe(known)}.",
                "Correct the duration, the start or the end.",
                place));
        }

        return computed;
    }

    /// <summary>The difference of two times of a day that nothing dates: less than a day, forward.</summary>
    private static long? OfDay((string Name, Milestone? At) later, (string Name, Milestone? At) earlier) =>
        later.At?.Moment is { Instant: null, Day: null, Time: { } to } && earlier.At?.Moment is { Instant: null, Day: null, Time: { } from }
            ? Minutes(NodaTime.Period.Between(from, to).ToDuration() is var span && span < Duration.Zero ? span + Duration.FromHours(24) : NodaTime.Period.Between(from, to).ToDuration())
            : null;

    private static string? Missing((string Name, Milestone? At) end) => end switch
    {
        { At: null } => $"`{end.Name}` is not known: {Supply(end.Name)}",
        { At.Moment.Instant: null } => $"`{end.Name}` is known in part only ({end.At.Moment}): state date and time.",
        _ => null,
    };

    private static string Supply(string name) => name switch
    {
        "started_at" => "state it in the form's field for the start.",
        "detected_at" => "state it in the form's field for the detection, or begin an entry with a time and `Detection:`.",
        "acknowledged_at" => "no entry and no assignment follows the detection.",
        "mitigated_at" => "begin an entry with a time and `Mitigation:`.",
        _ => "state it in the form's field for the end.",
    };

    /// <summary>From each misleading path to the next entry that is none.</summary>
    private static Measure OnMisleadingPaths(IReadOnlyList<TimelineEntry> timeline)
    {
        const string Name = "time_on_misleading_paths";
        const string Title = "Time on misleading paths";
        const string Formula = "sum(next other entry - misleading path)";
        var told = timeline.Where(entry => entry is { At.Instant: not null, Origin: not EntryOrigin.Event }).ToList();
        if (!told.Any(entry => entry.Kind == EntryKind.MisleadingPath))
        {
            return new(Name, Title, Formula, null, null, null, null, "No entry with a time is a misleading path.");
        }

        var total = Duration.Zero;
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i].Kind != EntryKind.MisleadingPath || (i > 0 && told[i - 1].Kind == EntryKind.MisleadingPath))
            {
                continue;
            }

            if (told.Skip(i).FirstOrDefault(entry => entry.Kind != EntryKind.MisleadingPath) is not { } next)
            {
                return new(Name, Title, Formula, null, null, null, null, "No entry follows the last misleading path.");
            }

            total += next.At!.Instant!.Value - told[i].At!.Instant!.Value;
        }

        return new(Name, Title, Formula, Minutes(total), null, null, MilestoneBasis.Timeline, null);
    }

    private static long MinuteOf(Instant at) => at.ToUnixTimeSeconds() / 60;

    private static long Minutes(Duration duration) => (long)Math.Round(duration.TotalMinutes, MidpointRounding.AwayFromZero);
}
