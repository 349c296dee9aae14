using NodaTime;
using NodaTime.Text;

namespace PostmortemAction.Core.Archives;

/// <summary>What a document's path says: <c>2024/2024-04-14-login-is-down.md</c>.</summary>
internal static class ArchivePath
{
    private const int Length = 10;

    /// <summary>The first date in the file's name; null for none, or for one that no calendar has.</summary>
    public static LocalDate? Date(string path)
    {
        var name = Name(path);
        for (var i = 0; i + Length <= name.Length; i++)
        {
            var isAlone = (i == 0 || !char.IsAsciiDigit(name[i - 1])) && (i + Length == name.Length || !char.IsAsciiDigit(name[i + Length]));
            if (isAlone && LocalDatePattern.Iso.Parse(name.Substring(i, Length)) is { Success: true } date && date.Value.Year > 0)
            {
                return date.Value;
            }
        }

        return null;
    }

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Whether it leads out of its folder, as no file that Git lists does.</summary>
    public static bool IsStrange(string path) => path.Split('/').Any(part => part is "" or "." or "..");

    /// <summary>As the target of a relative link: no character of it can end the link or lead elsewhere.</summary>
    public static string Link(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString)).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
}
