using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Secrets;

/// <summary>Takes the secrets out of everything that people wrote about an incident, before anything reads it.</summary>
internal sealed class RecordMask(CommentWords words)
{
    private readonly List<(string Name, string Url, IReadOnlyList<string> Kinds)> found = [];

    public IncidentRecord Apply(IncidentRecord record, ICollection<Problem> problems)
    {
        var masked = record with
        {
            Title = Mask(record.Title, "the title", record.Url),
            Body = Mask(record.Body, "the description", record.Url),
            Labels = [.. record.Labels.Select(label => Mask(label, "a label", record.Url))],
            Comments = [.. record.Comments.Select(comment => comment.Ours ? comment : comment with { Body = Told(words.Masked(comment.Body), Name(comment), comment.Url) })],
            Events = [.. record.Events.Select(Mask)],
        };
        if (found.Count > 0)
        {
            problems.Add(SecretsProblem.Of(found));
        }

        return masked;
    }

    private EventRecord Mask(EventRecord item) => item with
    {
        Label = item.Label is { } label ? Mask(label, "a label", item.Url) : null,
        PullRequest = item.PullRequest is { } pull ? pull with { Title = Mask(pull.Title, "the title of a pull request", pull.Url) } : null,
    };

    private string Mask(string text, string name, string url) => Told(SecretMask.Apply(text, words.Known), name, url);

    private string Told(MaskedText masked, string name, string url)
    {
        if (masked.Count > 0)
        {
            found.Add((name, url, masked.Kinds));
        }

        return masked.Text;
    }

    /// <summary>In a comment's address the last part names it: <c>…#issuecomment-17</c>.</summary>
    private static string Name(CommentRecord comment) =>
        comment.Url.StartsWith("http", StringComparison.Ordinal) ? $"[a comment]({comment.Url})" : "a comment";
}
