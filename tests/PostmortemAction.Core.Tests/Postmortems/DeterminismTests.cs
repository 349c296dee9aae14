using System.Globalization;
using PostmortemAction.Core.Postmortems;

namespace PostmortemAction.Core.Tests.Postmortems;

public class DeterminismTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void The_machines_culture_does_not_change_a_byte(string culture)
    {
        var expected = Json();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, Json());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Json() => PostmortemJson.Write(PostmortemModel.ForJson(
        Records.Assemble(
            ("Severity", "SEV1"), ("Started", "2024-04-14 10:00 UTC"), ("Resolved", "April 14, 2024 12:30 PM"), ("Users affected", "12.5%"),
            ("Timeline", "10:05 IT IS I\n10:10 rolled back"), ("Tasks", "- INFORM ISTANBUL @jun due 2024-06-01")),
        new("acme/shop", "https://github.com/acme/shop", "main")));
}
