using System.Buffers;
using System.Text;

namespace PostmortemAction.Core.Secrets;

/// <summary>
/// Secrets whose value is known, such as the run's own token: they are taken out of every text that leaves the program, as they are and as machines
/// write them. An answer of GitHub's or of a proxy before it may repeat the header that it was sent.
/// </summary>
public sealed class KnownSecrets
{
    public const string Kind = "this run's token";

    /// <summary>Shorter values are words, and taking them out of every text would destroy it.</summary>
    private const int Shortest = 8;

    private static readonly string Mask = $"[masked: {Kind}]";

    private readonly List<string> forms = [];

    /// <summary>Most texts hold none of them, and a prepared search says so at once.</summary>
    private SearchValues<string> any = SearchValues.Create([], StringComparison.OrdinalIgnoreCase);

    public bool IsEmpty => forms.Count == 0;

    public void Add(string secret)
    {
        if (secret.Length < Shortest)
        {
            return;
        }

        // The longest first: one may stand within another.
        forms.AddRange(Forms(secret));
        forms.Sort((a, b) => b.Length.CompareTo(a.Length));
        any = SearchValues.Create([.. forms], StringComparison.OrdinalIgnoreCase);
    }

    public string Hide(string text)
    {
        if (!text.AsSpan().ContainsAny(any))
        {
            return text;
        }

        foreach (var form in forms)
        {
            text = text.Replace(form, Mask, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return Convert.ToHexString(Encoding.UTF8.GetBytes(secret));
        for (var before = 0; before < 3; before++)
        {
            // Within a longer text base64 has three forms, by where the secret begins; the characters at both ends also tell of what is next to it.
            var bytes = Encoding.UTF8.GetBytes(new string(' ', before) + secret);
            var whole = Convert.ToBase64String(bytes).TrimEnd('=');
            var inner = whole[(before == 0 ? 0 : before + 1)..(bytes.Length / 3 * 4)];
            yield return inner;
            yield return inner.Replace('+', '-').Replace('/', '_');
        }
    }
}
