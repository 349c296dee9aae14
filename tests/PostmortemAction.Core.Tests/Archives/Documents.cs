using NodaTime;
using PostmortemAction.Core.Archives;

namespace PostmortemAction.Core.Tests.Archives;

/// <summary>Documents of an archive to begin from, read on 1 January 2030.</summary>
internal static class Documents
{
    public static LocalDate Today { get; } = new(2030, 1, 1);

    public static ArchiveRow Read(string text, string path = "login.md") => ArchiveReader.Read(path, text, Today);

    /// <summary>A document with its facts in a table.</summary>
    public static string Text(
        string day = "2024-04-14", string title = "Login is down", string severity = "SEV2", int minutes = 60, int detect = 5, string services = "login", string more = "") =>
        FormattableString.Invariant($"""
            # {title}

            - Severity: {severity}
            - Services: {services}
            - Start: {day} 10:00 UTC
            - Detected: {day} {10 + (detect / 60):00}:{detect % 60:00} UTC
            - End: {day} {10 + (minutes / 60):00}:{minutes % 60:00} UTC

            ## Root cause

            A typo.

            {more}
            """);

    public static Archive Archive(params (string Path, string Text)[] files) =>
        Core.Archives.Archive.Of(files.Select(file => Read(file.Text, file.Path)), []);
}
