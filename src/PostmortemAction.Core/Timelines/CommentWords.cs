using PostmortemAction.Core.Secrets;

namespace PostmortemAction.Core.Timelines;

/// <summary>
/// The words of comments, each read once. What they say does not hang on what else is asked of GitHub, so they may be read while it answers.
/// </summary>
/// <param name="known">Secrets whose value is known, such as the run's own token.</param>
public sealed class CommentWords(KnownSecrets? known = null)
{
    private readonly Dictionary<string, MaskedText> masked = [];
    private readonly Dictionary<string, CommentText> texts = [];

    internal KnownSecrets? Known => known;

    /// <summary>Reads ahead what will be asked for.</summary>
    public void Read(IEnumerable<string> bodies)
    {
        foreach (var body in bodies)
        {
            Text(Masked(body).Text);
        }
    }

    /// <summary>The body without its secrets.</summary>
    internal MaskedText Masked(string body) => masked.TryGetValue(body, out var found) ? found : masked[body] = SecretMask.Apply(body, known);

    /// <summary>What a body without secrets says.</summary>
    internal CommentText Text(string body) => texts.TryGetValue(body, out var found) ? found : texts[body] = CommentText.Of(body);
}
