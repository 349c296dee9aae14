using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reviews;

/// <summary>Whether the tasks can be done: each one thing, begun with a verb, with somebody, a day, and a way to tell that it is done.</summary>
internal static class TaskRules
{
    private static readonly string[] Joints = [" and then ", ", then ", " and ", "; ", ". "];
    private static readonly string[] Purposes = ["to", "that", "which", "who", "can", "so", "for", "of"];

    /// <param name="isEnglish">Else verbs are not looked for.</param>
    public static void Tell(ReadDocument document, bool isEnglish)
    {
        var tasks = document.Postmortem.Incident.Tasks;
        TellAll("task-no-verb", task => !isEnglish || Start(task) is not null, "begins with a verb");
        TellAll("task-several", task => !IsSeveral(task), "asks for one thing only");
        TellAll("task-vague", task => !IsVague(task), "says how it shows that it is done");
        TellAll("task-no-owner", task => task.Owner is not null, "has an owner");
        TellAll("task-no-due", task => task.Due is not null, "has a due date");
        TellAll("follow-up-without-issue", task => document.LineOfTask(task.Key) is 0 || HasIssue(document.Lines[document.LineOfTask(task.Key) - 1]), "has an issue");

        // What all of them lack is said once.
        void TellAll(string code, Func<IncidentTask, bool> isRight, string what)
        {
            var wrong = tasks.Where(task => !isRight(task)).ToList();
            if (wrong.Count == tasks.Count && wrong.Count > 1)
            {
                document.Tell(code, document.LineOf(FieldIds.Tasks), $"None of the {wrong.Count} tasks {what}.", isWhole: true);
                return;
            }

            foreach (var task in wrong)
            {
                var line = document.LineOfTask(task.Key);
                document.Tell(code, line > 0 ? line : document.LineOf(FieldIds.Tasks), $"{FindingKinds.Of(code).What.TrimEnd('.')}: {Quoted.Code(task.Title)}.");
            }
        }
    }

    /// <summary>The verb with which it begins, be it behind a name ("Code review: Update the checklist") or an adverb ("Remotely monitor").</summary>
    private static string? Start(IncidentTask task)
    {
        var title = PlainText.Fold(task.Title);
        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        return (colon > 0 ? Verb(title[(colon + 2)..]) : null) ?? Verb(title);
    }

    private static string? Verb(string text)
    {
        var word = Word(text);
        return word.EndsWith("ly", StringComparison.Ordinal) && text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? Verb(text[(space + 1)..])
            : TaskVerbs.All.Contains(word) ? word : null;
    }

    private static string Word(string text) => string.Concat(text.TrimStart(' ', '*', '_', '`', '"', '[', '(').TakeWhile(c => char.IsLetter(c) || c == '-'));

    /// <summary>
    /// A second verb behind "and", or a second sentence that begins with one. Two verbs in a row with one object are one thing ("Review and update
    /// the plan"), and what follows "to" or "that" is what the one thing is for.
    /// </summary>
    private static bool IsSeveral(IncidentTask task)
    {
        var title = PlainText.Fold(task.Title);
        return Start(task) is not null && Joints.Any(joint =>
        {
            var at = title.IndexOf(joint, StringComparison.Ordinal);
            var (before, rest) = at < 0 ? ("", "") : (title[..at], title[(at + joint.Length)..]);
            var isFree = joint[0] is '.' or ';' || !$"{before} ".Split(' ').Any(Purposes.Contains);
            return isFree && before[(before.IndexOf(": ", StringComparison.Ordinal) + 1)..].Trim().Contains(' ', StringComparison.Ordinal)
                && Verb(rest) is not null && !TaskVerbs.Nouns.Contains(Word(rest));
        });
    }

    /// <summary>A verb without an end, and no figure, name or condition that would give it one.</summary>
    private static bool IsVague(IncidentTask task)
    {
        var title = $" {PlainText.Fold(task.Title)} ";
        return Start(task) is { } verb && TaskVerbs.Endless.Contains(verb)
            && !title.Any(c => char.IsAsciiDigit(c) || c == '`') && !TaskVerbs.Ends.Any(word => title.Contains($" {word} ", StringComparison.Ordinal));
    }

    /// <summary><c>[#43](…)</c>, <c>#43</c>, or an issue's address.</summary>
    private static bool HasIssue(string line)
    {
        string[] marks = ["#", "/issues/"];
        return marks.Any(mark => line.Split(mark).Skip(1).Any(rest => rest.Length > 0 && char.IsAsciiDigit(rest[0])));
    }
}
