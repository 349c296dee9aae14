using System.Diagnostics;
using System.Globalization;

namespace PostmortemAction.Tests.Scenarios;

/// <summary>The same incident gives the same bytes, wherever and whenever it is read.</summary>
public class SameBytesTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public async Task The_machines_culture_does_not_change_a_byte(string culture)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            foreach (var name in ScenarioRun.Names)
            {
                await AssertApprovedAsync(new ScenarioRun(name), name);
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [Fact]
    public async Task The_order_in_which_comments_and_events_come_does_not_change_a_byte()
    {
        foreach (var name in ScenarioRun.Names)
        {
            await AssertApprovedAsync(new ScenarioRun(name, reversed: true), name);
        }
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "tr_TR.UTF-8")]
    [InlineData("America/St_Johns", "th_TH.UTF-8")]
    [InlineData("Asia/Kathmandu", "de_DE.UTF-8")]
    public async Task The_zone_and_language_of_the_process_do_not_change_a_byte(string zone, string language)
    {
        foreach (var name in (string[])["across-midnight", "dst-night-in-berlin"])
        {
            using var preview = new PreviewRun();
            var start = new ProcessStartInfo("dotnet", [typeof(PostmortemRun).Assembly.Location, "preview", Repository.Scenario(name), "--out", preview.Out])
            {
                RedirectStandardOutput = true,
                Environment = { ["TZ"] = zone, ["LANG"] = language, ["LC_ALL"] = language },
            };
            using var process = Process.Start(start)!;
            var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(process.ExitCode == 0, told);
            foreach (var file in preview.Files())
            {
                Assert.Equal(Approved(name, file), preview.Read(file));
            }
        }
    }

    private static async Task AssertApprovedAsync(ScenarioRun scenario, string name)
    {
        var result = await scenario.RunAsync();

        Assert.Equal(Approved(name, "postmortem.json"), scenario.Json(result));
        Assert.All(scenario.Files, file => Assert.Equal(Approved(name, file.Key), file.Value));
    }

    private static string Approved(string scenario, string file) =>
        File.ReadAllText(Path.Combine(Repository.Scenario(scenario), "expected", file)).Replace("\r\n", "\n", StringComparison.Ordinal);
}
