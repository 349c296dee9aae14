using static PostmortemAction.Core.Problems.ProblemLevel;
using static PostmortemAction.Core.Reviews.FindingGroup;

namespace PostmortemAction.Core.Reviews;

/// <summary>Everything that a review may say: the one table of codes.</summary>
public static class FindingKinds
{
    /// <summary>What is missing is named by this and the aspect, see <see cref="Aspects"/>.</summary>
    public const string Missing = "missing-";

    public static IReadOnlyList<FindingKind> All { get; } =
    [
        new("not-a-postmortem", Error, Complete, "Nothing in this document reads as a postmortem.", "Give it headings such as `Issue summary`, `Timeline` and `Root cause`, or move it out of the folder."),
        new("too-long", Warning, Complete, "The document is too long to be read.", "Move logs and dumps out of it."),
        new("severity-unknown", Note, Complete, "No severity is stated, so only the minimum is asked for.", "Write `Severity: SEV2` into the summary."),
        new("missing-start", Warning, Complete, "The summary does not say when it started.", "Write date, time and zone, such as `2024-04-14 10:00 UTC`."),
        new("missing-end", Warning, Complete, "The summary does not say when it ended.", "Write date, time and zone, such as `2024-04-14 12:00 UTC`."),
        new("missing-zone", Warning, Complete, "The times carry no zone.", "Write the zone behind a time, such as `10:00 UTC`."),
        new("missing-services", Warning, Complete, "Which service was down or slow is not said.", "Name it under `Affected services`."),
        new("missing-impact", Warning, Complete, "What users experienced is not said.", "Write one or two sentences under `Impact`."),
        new("missing-users", Warning, Complete, "How many users were affected is not said.", "Write the share of users, such as `Users affected: 30%`."),
        new("missing-timeline", Warning, Complete, "There is no timeline.", "List what happened when under `Timeline`, one line each, beginning with the time."),
        new("missing-detection", Warning, Complete, "When it was detected is not said.", "Begin an entry with its time and `Detection:`."),
        new("missing-detected-how", Warning, Complete, "How it was detected is not said.", "Say whether monitoring, an engineer or a customer noticed it."),
        new("missing-investigation", Warning, Complete, "The timeline tells of no investigation.", "Add what was looked at, and what was assumed."),
        new("missing-misleading-path", Warning, Complete, "The timeline tells of no misleading path.", "Add what was followed and turned out wrong, beginning with `Misleading path:`; waive this where there was none."),
        new("missing-escalation", Warning, Complete, "The timeline tells of no escalation.", "Say to whom it went, beginning with `Escalation:`; waive this where it stayed with one team."),
        new("missing-resolved-how", Warning, Complete, "The timeline does not tell how it was resolved.", "Add the entry, beginning with its time and `Resolution:`."),
        new("missing-root-cause", Warning, Complete, "The root cause is not said.", "Write in detail what caused it under `Root cause`."),
        new("missing-resolution", Warning, Complete, "How it was fixed is not said.", "Write in detail how it was fixed under `Resolution`."),
        new("missing-improvements", Warning, Complete, "No improvements are named.", "List what could be better, broadly, under `Improvements`."),
        new("missing-tasks", Warning, Complete, "No tasks are named.", "List what exactly is to be done under `Tasks`, one line each."),
        new("root-cause-brief", Note, Complete, "The root cause is said in a few words only.", "Say in detail what happened and why that was possible."),
        new("resolution-brief", Note, Complete, "The fix is said in a few words only.", "Say in detail what was done and how it is known to hold."),

        new("conflict-markers", Error, Consistent, "The document holds the marks of a merge conflict.", "Decide for one side, and take the marks out."),
        new("times-crossed", Error, Consistent, "Of two times the later one comes first.", "Correct whichever is wrong."),
        new("figure-unreadable", Warning, Consistent, "A date, a time, a duration or a share of users cannot be read.", "Write a date as `2024-04-14`, a time as `10:00 UTC`, a share as `30%`."),
        new("duration-differs", Warning, Consistent, "The stated duration is not the one from start to end.", "Correct the duration, the start or the end."),
        new("measure-differs", Warning, Consistent, "A figure is not the one that the times give.", "Correct the figure or the times."),
        new("resolution-differs", Warning, Consistent, "The timeline's resolution is at another time than the stated end.", "Correct the end or the entry, or say in an entry what happened in between."),
        new("detected-late", Warning, Consistent, "It was detected an hour or more after the start.", "Correct the times, or say why nobody noticed and make a task of it."),
        new("entry-outside", Note, Consistent, "An entry is before the start or after the end.", "Correct the entry, the start or the end; waive this where it is right."),
        new("silence", Note, Consistent, "Nothing is told of more than a third of the incident.", "Add what happened then."),
        new("link-broken", Warning, Consistent, "A link leads to no file of the repository.", "Correct the path, or add the file."),
        new("follow-up-without-issue", Note, Consistent, "A task has no issue.", "File an issue for it, and put its link before the task."),

        new("blame-person", Warning, Blameless, "A person or role stands next to a word of blame.", "Say what made it easy to happen, and what did not stop it."),
        new("blame-word", Note, Blameless, "A word judges people.", "Say what happened instead of what it says about somebody."),
        new("counterfactual", Note, Blameless, "It tells what did not happen.", "Say what happened and why it made sense then; what is to change is a task."),

        new("task-no-verb", Note, Tasks, "A task does not begin with a verb.", "Begin it with what is to be done, such as `Add an alert …`."),
        new("task-several", Note, Tasks, "A task asks for several things.", "Make a task of each."),
        new("task-vague", Note, Tasks, "Nobody can tell when a task is done.", "Say what will be there then, or name a figure."),
        new("task-no-owner", Note, Tasks, "A task has no owner.", "Write `@name` behind it."),
        new("task-no-due", Note, Tasks, "A task has no due date.", "Write `due 2024-06-01` behind it."),

        new("summary-long", Note, Length, "The summary has more than 120 words.", "Executives read this part: keep what happened, whom it hit and why; move the rest down."),
        new("length-guide", Note, Length, "The document has not the 400 to 600 words that the guide asks for.", "Cut what nobody needs, or tell more of the investigation."),

        new("waiver-without-reason", Warning, Waivers, "A waiver gives no reason, so it does not count.", "Write `<!-- review: ok CODE - reason -->`."),
        new("waiver-unknown", Warning, Waivers, "A waiver names a code that there is not.", "Take the code from the list of the review."),
    ];

    public static FindingKind Of(string code) => ByCode[code];

    public static bool IsKnown(string code) => ByCode.ContainsKey(code);

    private static readonly Dictionary<string, FindingKind> ByCode = All.ToDictionary(kind => kind.Code);
}
