using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Commands;

/// <summary>
/// Reads commands from comments: one per line, several per comment, outside code and quotes. They are read anew in every run,
/// so editing a comment corrects its commands and deleting it takes them back.
/// </summary>
public static class CommandReader
{
    /// <summary>A word behind a slash that is less like a command than this is text, such as a path.</summary>
    private const int LikeACommand = 75;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");

    public static IReadOnlyList<Command> Read(IncidentRecord record, ICollection<Problem> problems)
    {
        var commands = new List<Command>();
        foreach (var comment in record.Comments.Where(comment => comment is { AuthorIsBot: false, Hidden: false, Ours: false, AuthorMayWrite: true }))
        {
            foreach (var line in Lines(comment.Body))
            {
                if (!IsCommand(line, out var name, out var tag, out var text))
                {
                    continue;
                }

                if (CommandForm.All.Where(form => form.Name == name).OrderBy(form => !Fits(form, text)).FirstOrDefault() is not { } form)
                {
                    problems.Add(Problem.Warning(
                        "command-unknown",
                        $"There is no command {Quoted.Code("/" + name)}.",
                        $"Did you mean {Quoted.Code(Example(name))}? Edit the comment.",
                        comment.Url));
                }
                else if (!Fits(form, text))
                {
                    problems.Add(Problem.Warning(
                        "command-incomplete",
                        text.Length == 0 ? $"{Quoted.Code("/" + name)} says nothing." : $"{Quoted.Code($"/{name} {text}")} is no command.",
                        $"Write it as {Quoted.Code(form.Example)}. Edit the comment.",
                        comment.Url));
                }
                else
                {
                    commands.Add(new(form, tag, text, comment));
                }
            }
        }

        return commands;
    }

    /// <summary>A comment's body without its lines that are commands.</summary>
    public static string Without(string body)
    {
        var lines = PlainText.Clean(body).Split('\n');
        var fenced = Fences.Inside(lines);
        return string.Join('\n', lines.Where((line, i) => fenced[i] || !IsCommand(line, out _, out _, out _)));
    }

    private static IEnumerable<string> Lines(string body)
    {
        var lines = PlainText.Clean(body).Split('\n');
        var fenced = Fences.Inside(lines);
        return lines.Where((_, i) => !fenced[i]);
    }

    /// <summary>Whether what stands behind the name is what the command takes.</summary>
    private static bool Fits(CommandForm form, string text) => form.Argument switch
    {
        CommandArgument.Verb => text.Equals(Verb(form), StringComparison.OrdinalIgnoreCase),
        CommandArgument.VerbAndReason => Verb(form) is var verb && text.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && text.Length > verb.Length && text[verb.Length] == ' ',
        CommandArgument.Time => true,
        _ => text.Length > 0,
    };

    private static string Verb(CommandForm form) => form.Example.Split(' ')[1];

    /// <summary>A slash and a word like a command's name, alone or before a blank: <c>/etc/hosts</c> is none.</summary>
    private static bool IsCommand(string line, [NotNullWhen(true)] out string? name, out string? tag, [NotNullWhen(true)] out string? text)
    {
        (name, tag, text) = (null, null, null);
        if (line.Length < 2 || line[0] != '/' || !char.IsAsciiLetter(line[1]))
        {
            return false;
        }

        var end = line.AsSpan(1).IndexOfAnyExcept(NameLetters) is var stop and >= 0 ? stop + 1 : line.Length;
        var word = line[1..end].ToLowerInvariant().Replace('_', '-');
        var rest = line[end..];
        if (rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is var close and > 0)
        {
            tag = rest[1..close].Trim();
            rest = rest[(close + 1)..];
        }

        if ((rest.Length > 0 && !char.IsWhiteSpace(rest[0])) || Nearest.To(word, CommandForm.All.Select(form => form.Name)).Likeness < LikeACommand)
        {
            return false;
        }

        name = word;
        text = rest.Trim();
        return true;
    }

    private static string Example(string name)
    {
        var nearest = Nearest.To(name, CommandForm.All.Select(form => form.Name)).Candidate;
        return CommandForm.All.First(form => form.Name == nearest).Example;
    }
}
