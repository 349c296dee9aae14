using PostmortemAction.Configuration;
using PostmortemAction.Hostile.Cases;
using PostmortemAction.Hostile.Operations;
using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Runs;

/// <summary>Runs a case on each of its stages and tells what does not hold.</summary>
public static class CaseCheck
{
    /// <summary>Runs with harmless words, which many cases have in common.</summary>
    private static readonly Dictionary<string, Sight> Baselines = [];

    public static IReadOnlyList<string> Failures(HostileCase hostile)
    {
        var failures = new List<string>();
        foreach (var ((stage, calm), i) in StageFor.Of(hostile).Select((pair, i) => (pair, i)))
        {
            var kind = $"{hostile.Where} {hostile.Class} {hostile.Actor} {hostile.Via} {hostile.Has("severity_eq")} {hostile.Has("mutations_eq")} {i}";
            var baseline = Baselines.TryGetValue(kind, out var known) ? known : Baselines[kind] = HostileRun.On(calm(), "");
            var isRunAgain = hostile.Asserts.Any(assert => assert.Op is "idempotent" or "roundtrip" or "status_comment_current");
            var sight = HostileRun.On(stage(), hostile.Input, isRunAgain) with { Baseline = baseline, PathForTitle = PathForTitle };
            if (hostile.Has("idempotent"))
            {
                var again = HostileRun.On(stage(), hostile.Input);
                sight = sight with { Texts = new Dictionary<string, IReadOnlyList<string>>(sight.Texts) { ["again_doc"] = again.Texts["doc"] } };
            }

            if (hostile.Has("labels_eq"))
            {
                sight = sight with { Names = Names(hostile.Input) };
            }

            failures.AddRange(AllOperations.Failures(hostile.Asserts.Select(Dialect.Of), sight));
        }

        return failures;
    }

    private static string? PathForTitle(string title)
    {
        var stage = new Stage();
        stage.Incident.Title = title;
        stage.Repository.Touch();
        return HostileRun.On(stage, title).Texts["path"].SingleOrDefault();
    }

    /// <summary>The one list of free names that a configuration has here.</summary>
    private static List<string> Names(string input)
    {
        var list = input[(input.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var settings = SettingsReader.Read(("postmortem.yml", $"names:\n  root-cause:{list}\n"), new Dictionary<string, string>());
        return [.. settings.Names.Keys];
    }
}
