using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;
using PostmortemAction.Core.Times;

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

                var forms = CommandForm.All.Where(form => form.Name == name).ToList();
                if (forms.Count == 0)
                {
                    problems.Add(Problem.Warning(
                        "command-unknown",
                        $"There is no command {Quoted.Code("/" + name)}.",
                        $"Did you mean {Quoted.Code(Meant(name, text))}? Edit the comment.",
                        comment.Url));
                }
                else if (forms.Find(form => Fits(form, Words(form, text))) is { } form)
                {
                    commands.Add(new(form, tag, Words(form, text), comment));
                    if (tag is not null && !IsTag(form, tag))
                    {
                        problems.Add(Problem.Warning(
                            "command-tag-unknown",
                            $"{Quoted.Code($"[{tag}]")} behind {Quoted.Code("/" + name)} says nothing.",
                            $"Write it as {Quoted.Code(Tagged(form, tag))}. Edit the comment.",
                            comment.Url));
                    }
                }
                else
                {
                    problems.Add(Problem.Warning(
                        "command-incomplete",
                        text.Length == 0 ? $"{Quoted.Code("/" + name)} says nothing." : $"{Quoted.Code($"/{name} {text}")} is no command.",
                        $"Write it as {string.Join(" or ", Meant(forms, text).Select(form => Quoted.Code(form.Example)))}. Edit the comment.",
                        comment.Url));
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

    /// <summary>What becomes a list's item may come as one.</summary>
    private static string Words(CommandForm form, string text)
    {
        var digits = text.Length - text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Length;
        var bullet = text is ['-' or '*' or '+' or '•' or '–' or '—', ..] ? 1 : digits is > 0 and < 4 && digits < text.Length && text[digits] is '.' or ')' ? digits + 1 : 0;
        return form.Adds && bullet > 0 && (bullet == text.Length || text[bullet] == ' ') ? text[bullet..].TrimStart() : text;
    }

    /// <summary>Whether what stands behind the name is what the command takes.</summary>
    private static bool Fits(CommandForm form, string text) => form.Argument switch
    {
        CommandArgument.Verb => text.Equals(Verb(form), StringComparison.OrdinalIgnoreCase),
        CommandArgument.VerbAndReason => Begins(form, text) && text[Verb(form).Length..].Trim(CommandForm.BeforeReason).Length > 0,
        CommandArgument.Time => true,
        CommandArgument.Percent => (Percentage.OfAnswer(text) ?? Percentage.InText(text)) is <= 100,
        CommandArgument.Severity => Severity.IsKnown(text),
        _ => text.Length > 0,
    };

    private static string Verb(CommandForm form) => form.Example.Split(' ')[1];

    private static bool Begins(CommandForm form, string text) =>
        Verb(form) is var verb && text.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && (text.Length == verb.Length || text[verb.Length] is ' ' or ':');

    /// <summary>Of several forms of one name those whose verb is there, else all of them.</summary>
    private static List<CommandForm> Meant(List<CommandForm> forms, string text) =>
        forms.FindAll(form => form.Argument is CommandArgument.Verb or CommandArgument.VerbAndReason && Begins(form, text)) is { Count: > 0 } meant ? meant : forms;

    private static bool IsTag(CommandForm form, string tag) => form.Name == CommandForm.Timeline && KindReader.OfLabel(tag.Replace('-', ' ')) is not null;

    private static string Tagged(CommandForm form, string tag) => form.Name != CommandForm.Timeline ? form.Example
        : form.Example.Replace(form.Name, $"{form.Name}[{Nearest.Meant(tag, KindNames.Labels.Select(kind => kind.Names[0].Replace(' ', '-'))) ?? "misleading-path"}]", StringComparison.Ordinal);

    /// <summary>A slash and a word like a command's name, alone or before a blank or a colon: <c>/etc/hosts</c> is none.</summary>
    private static bool IsCommand(string line, [NotNullWhen(true)] out string? name, out string? tag, [NotNullWhen(true)] out string? text)
    {
        (name, tag, text) = (null, null, null);
        if (line.Length < 2 || line[0] != '/' || !char.IsAsciiLetter(line[1]))
        {
            return false;
        }

        var end = line.AsSpan(1).IndexOfAnyExcept(NameLetters) is var stop and >= 0 ? stop + 1 : line.Length;
        if (CommandForm.All.FirstOrDefault(form => form.Name.Contains('-', StringComparison.Ordinal) && line.AsSpan(1).StartsWith(form.Name.Replace('-', ' '), StringComparison.OrdinalIgnoreCase)) is { } spaced
            && (line.Length == spaced.Name.Length + 1 || line[spaced.Name.Length + 1] is ' ' or ':'))
        {
            // "/root cause", as it is said.
            end = spaced.Name.Length + 1;
        }

        var word = line[1..end].ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        var rest = line[end..];
        if (rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is var close and > 0)
        {
            tag = rest[1..close].Trim();
            rest = rest[(close + 1)..];
        }

        // Before a colon with something right behind it stands a name, or an address: "/services:8080".
        var isNamed = rest is [':'] || (rest is [':', var next, ..] && (char.IsWhiteSpace(next) || CommandForm.All.Any(form => form.Name == word)));
        rest = isNamed ? $" {rest[1..]}" : rest;
        if ((rest.Length > 0 && !char.IsWhiteSpace(rest[0])) || Nearest.To(word, CommandForm.All.Select(form => form.Name)).Likeness < LikeACommand)
        {
            return false;
        }

        name = word;
        text = rest.Trim();
        return true;
    }

    /// <summary>The nearest command with what was written behind it, where it takes that; else its example.</summary>
    private static string Meant(string name, string text)
    {
        var nearest = Nearest.To(name, CommandForm.All.Select(form => form.Name)).Candidate;
        var forms = CommandForm.All.Where(form => form.Name == nearest).ToList();
        var takes = forms.Exists(form => text.Length > 0 && Fits(form, Words(form, text)) && (form.Argument != CommandArgument.Time || TimeScanner.All(text).Count > 0));
        return takes ? $"/{nearest} {text}" : forms[0].Example;
    }
}
