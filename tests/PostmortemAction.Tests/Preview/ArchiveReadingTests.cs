using System.Text.Json;
using PostmortemAction.Preview;
using Spectre.Console;

namespace PostmortemAction.Tests;

/// <summary>A folder of postmortems that were written by hand, as data.</summary>
public class ArchiveReadingTests
{
    [Fact]
    public async Task Each_Markdown_file_of_a_folder_gives_one_line_of_JSON_in_the_order_of_the_names()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "2024"));
            await File.WriteAllTextAsync(Path.Combine(folder, "b.md"), "# Login is down\n\n## Root cause\n\nA typo.", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "2024", "a.md"), "", TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, "c.md"), [0xFF, 0xFE, 0x00, 0x80, 0x0A, 0xC3], TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "no postmortem", TestContext.Current.CancellationToken);
            var output = new StringWriter();

            var code = await PreviewCommand.RunAsync(folder, "out", asJson: true, AnsiConsole.Console, output, AnsiConsole.Console);

            var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
            Assert.Equal(0, code);
            Assert.Equal(["2024/a.md", "b.md", "c.md"], lines.Select(line => line.GetProperty("file").GetString()));
            Assert.Equal("A typo.", lines[1].GetProperty("root_cause").GetString());
            Assert.Equal(JsonValueKind.Null, lines[0].GetProperty("root_cause").ValueKind);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
