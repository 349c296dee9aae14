using NodaTime;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Commands;

/// <summary>What the commands of an incident come to.</summary>
public sealed class Commanded
{
    private readonly IReadOnlyList<Command> commands;

    public Commanded(IReadOnlyList<Command> commands) => this.commands = commands;

    /// <summary>Those that are entries of the timeline.</summary>
    public IEnumerable<Command> Entries => commands.Where(command => command.Form.Name is CommandForm.Timeline or CommandForm.Escalated);

    /// <summary>Whether somebody asked since then to go on with what was put aside.</summary>
    public bool AsksToReopen(Instant since) => commands.Any(command => command.Form is { Name: CommandForm.Postmortem, Argument: CommandArgument.Verb } && command.Comment.CreatedAt > since);

    /// <summary>Why no postmortem is needed, and where somebody said so; null where nobody did, or somebody thought better of it.</summary>
    public (string Reason, string Source)? Skipped =>
        commands.LastOrDefault(command => command.Form.Name == CommandForm.Postmortem) is { Form.Argument: CommandArgument.VerbAndReason } skip
            ? (skip.Text[CommandForm.Skip.Length..].TrimStart(CommandForm.BeforeReason), skip.Comment.Url) : null;

    /// <summary>The answers with what commands set and add. A later command replaces an earlier one and the form's answer.</summary>
    public Answers Apply(Answers answers)
    {
        var byId = new Dictionary<string, Answer>(answers.ById);
        foreach (var command in commands.Where(command => command.Form is { Field: not null, Argument: not CommandArgument.Time }))
        {
            var id = command.Form.Field!;
            var before = command.Form.Adds && byId.TryGetValue(id, out var answer) ? answer.Text.TrimEnd() + "\n" : "";
            byId[id] = new(command.Form.Name, before + (command.Form.Adds ? "- " : "") + command.Text, 1);
        }

        return answers with { ById = byId };
    }

    /// <summary>The moment that the last command of a name gives; null without one, or when its time cannot be read.</summary>
    public Milestone? Time(string name, DayFinder days, ICollection<Problem> problems)
    {
        var milestone = (Milestone?)null;
        foreach (var command in commands.Where(command => command.Form.Name == name))
        {
            var at = command.Text.Length == 0 ? Moment.At(command.Comment.CreatedAt, days.Zone) : At(command, command.Text, days, problems);
            milestone = at is null ? milestone : new(at, MilestoneBasis.Stated, command.Comment.Url);
        }

        return milestone;
    }

    /// <summary>The time of an entry's command, and its text: <c>TEXT | TIME</c>.</summary>
    public static (Moment? At, string Text) Entry(Command command, DayFinder days, ICollection<Problem> problems)
    {
        var posted = Moment.At(command.Comment.CreatedAt, days.Zone);
        if (command.Form.Name == CommandForm.Escalated)
        {
            var to = command.Text.Split(' ', 2) is [var first, var whom] && first.TrimEnd(':').Equals("to", StringComparison.OrdinalIgnoreCase) ? whom.TrimStart() : command.Text;
            return (posted, $"Escalated to {to}");
        }

        var bar = command.Text.LastIndexOf('|');
        if (bar < 0 && EntryReader.Read(command.Text, isComment: true) is [{ Time: { } head } entry] && days.InComment(head, command.Comment.CreatedAt) is { } told)
        {
            // As in a comment's line, the time may stand first.
            return (told, entry.Text);
        }

        return bar < 0 ? (posted, command.Text) : (At(command, command.Text[(bar + 1)..], days, problems), command.Text[..bar].TrimEnd());
    }

    private static Moment? At(Command command, string text, DayFinder days, ICollection<Problem> problems)
    {
        // "2 days ago 10:00" and "last Monday 10:00" are not the last 10:00.
        var at = TimeScanner.All(text) is [{ Time: not null } written] && (written.Day is not null || !TimeScanner.HasOtherDay(text, written)) ? days.InComment(written, command.Comment.CreatedAt) : null;
        if (at is null)
        {
            problems.Add(Problem.Warning(
                "command-time-unreadable",
                $"No time could be read from {Quoted.Code(text)} behind {Quoted.Code("/" + command.Form.Name)}.",
                $"Write it as {Quoted.Code(command.Form.Example)}. Edit the comment.",
                command.Comment.Url));
        }

        return at;
    }
}
