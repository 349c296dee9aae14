using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Plans;

/// <summary>Where a postmortem stands in the repository: <c>postmortems/2024/2024-04-14-login-is-down.md</c>.</summary>
public static class DocumentPath
{
    private const int SlugLength = 60;

    public static string Of(Postmortem postmortem, RunSettings settings)
    {
        var incident = postmortem.Incident;
        var date = incident.Started?.Date ?? incident.Record.CreatedAt?.InZone(incident.Zone).Date;
        var slug = Slug(incident.Title) is { Length: > 0 } words ? words
            : string.Create(CultureInfo.InvariantCulture, $"incident-{incident.Record.Number ?? 0}");
        return date is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{settings.Directory}/{day.Year:D4}/{LocalDatePattern.Iso.Format(day)}-{slug}.md")
            : $"{settings.Directory}/{slug}.md";
    }

    /// <summary>A path in the folder in which the document is likely to go, as long as little is known: of the year in which the incident was filed.</summary>
    public static string Likely(string directory, int year) => string.Create(CultureInfo.InvariantCulture, $"{directory}/{year:D4}/document.md");

    /// <summary>Two incidents of one day and title: the second one's file carries its number.</summary>
    public static string WithNumber(string path, int incident) =>
        string.Create(CultureInfo.InvariantCulture, $"{path[..^".md".Length]}-{incident}.md");

    /// <summary>Lower-case ASCII letters, digits and single hyphens: safe as a path, an address and on every file system.</summary>
    public static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in LatinLetters.Transcribe(title).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length <= SlugLength ? text : text[..(text.LastIndexOf('-', SlugLength) is var cut and > 20 ? cut : SlugLength)].Trim('-');
    }
}
