using PostmortemAction.Core.Text;
using PostmortemAction.Templates;
using YamlDotNet.RepresentationModel;

namespace PostmortemAction.Tests.Templates;

public class TemplateHelperTests
{
    [Theory]
    [InlineData("{{date started_at}}", "2024-04-14")]
    [InlineData("{{time started_at}}", "10:00")]
    [InlineData("{{offset started_at}}", "UTC")]
    [InlineData("{{offset resolved_at}}", "+01:00")]
    [InlineData("{{moment started_at}}", "2024-04-14 10:00 UTC")]
    [InlineData("{{moment resolved_at}}", "2024-10-27 02:30 +01:00")]
    [InlineData("{{duration measures.duration.minutes}}", "5480 min (3 d 19 h 20 min)")]
    [InlineData("{{percent impact.users_affected_percent}}", "12.5 %")]
    [InlineData("{{yaml title}}", "\"Login is down\"")]
    [InlineData("{{yaml incident}}", "42")]
    [InlineData("{{yaml impact.users_affected_percent}}", "12.5")]
    [InlineData("{{yaml multi_day}}", "true")]
    [InlineData("{{join impact.services}}", "login, checkout")]
    [InlineData("{{join improvements}}", "")]
    [InlineData("{{count timeline}} {{count improvements}}", "4 0")]
    [InlineData("{{elapsed started_at timeline.[0].at}}", "+5 min")]
    [InlineData("{{elapsed timeline.[0].at started_at}}", "−5 min")]
    [InlineData("{{elapsed started_at started_at}}", "0 min")]
    [InlineData("{{elapsed started_at resolved_at}}", "+195 d 15 h 30 min")]
    [InlineData("{{elapsed started_at severity}}", "")]
    [InlineData("{{elapsed started_at timeline.[2].at}}", "")]
    [InlineData("{{moment (in_zone started_at 'Asia/Tokyo')}}", "2024-04-14 19:00 +09:00")]
    [InlineData("{{date (in_zone started_at 'Pacific/Kiritimati')}}", "2024-04-15")]
    [InlineData("{{moment (in_zone started_at 'Asia/Kathmandu')}}", "2024-04-14 15:45 +05:45")]
    [InlineData("{{moment (in_zone severity 'Asia/Tokyo')}}", "not known")]
    [InlineData("{{time (in_zone timeline.[2].at 'Asia/Tokyo')}}", "09:00")]
    [InlineData("{{in_zone started_at 'Asia/Tokyo'}}", "2024-04-14T19:00:00+09:00")]
    public void A_helper_writes_a_value_for_people(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("date", "not known")]
    [InlineData("time", "not known")]
    [InlineData("moment", "not known")]
    [InlineData("duration", "not known")]
    [InlineData("percent", "not known")]
    [InlineData("offset", "")]
    [InlineData("yaml", "null")]
    [InlineData("join", "")]
    public void A_helper_says_what_is_not_known_and_never_zero(string helper, string expected) => Assert.Equal(expected, Render($"{{{{{helper} severity}}}}"));

    [Theory]
    [InlineData("[1]", "date", "--04-17")]
    [InlineData("[1]", "time", "15:00")]
    [InlineData("[1]", "moment", "--04-17T15:00")]
    [InlineData("[1]", "offset", "")]
    [InlineData("[2]", "date", "not known")]
    [InlineData("[2]", "time", "09:00")]
    [InlineData("[2]", "moment", "T09:00")]
    public void Of_a_moment_known_in_part_only_what_is_known_is_written(string entry, string helper, string expected) =>
        Assert.Equal(expected, Render($"{{{{{helper} timeline.{entry}.at}}}}"));

    [Theory]
    [InlineData(0L, "0 min")]
    [InlineData(59L, "59 min")]
    [InlineData(60L, "60 min (1 h)")]
    [InlineData(1441L, "1441 min (1 d 1 min)")]
    public void A_duration_shows_the_figure_first(long minutes, string expected) =>
        Assert.Equal(expected, Render("{{duration title}}", Model.With("title", minutes)));

    [Theory]
    [InlineData(0.0, "0 %")]
    [InlineData(100.0, "100 %")]
    [InlineData(0.1, "0.1 %")]
    [InlineData(33.333, "33.33 %")]
    public void A_percentage_has_at_most_two_decimals(double percent, string expected) =>
        Assert.Equal(expected, Render("{{percent title}}", Model.With("title", percent)));

    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("a: b # c")]
    [InlineData("- \"quoted\" and 'single'")]
    [InlineData("back\\slash \\n \\\"")]
    [InlineData("two\nlines\r\nand a tab\t.")]
    [InlineData("--- ... {{title}} &a *a !!map %TAG @x `y`")]
    [InlineData("👩‍🚒 \u2028\u0085\u0000 ünï")]
    public void Any_text_is_one_value_of_YAML_front_matter(string text)
    {
        var front = Render("{{yaml title}}", Model.With("title", text));

        var stream = new YamlStream();
        stream.Load(new StringReader($"key: {front}\nnext: 1\n"));
        var map = Assert.IsType<YamlMappingNode>(Assert.Single(stream.Documents).RootNode);
        Assert.Equal(PlainText.Line(text), ((YamlScalarNode)map["key"]).Value);
        Assert.Equal(2, map.Children.Count);
    }

    [Theory]
    [InlineData("{{escape title}}", "a *b* | <c> [d](e)\nf", "a \\*b\\* \\| &lt;c&gt; \\[d\\](e) f")]
    [InlineData("{{cell title}}", "a *b* | c\n\n- d", "a *b* \\| c<br>- d")]
    [InlineData("{{escape severity}}{{cell severity}}", "", "")]
    public void Free_text_is_written_so_that_it_keeps_to_its_line(string template, string text, string expected) =>
        Assert.Equal(expected, Render(template, Model.With("title", text)));

    [Theory]
    [InlineData("{{in_zone started_at 'Asia/Tokio'}}", "Asia/Tokyo")]
    [InlineData("{{count title}}", "takes a list")]
    public void A_helper_that_gets_what_it_cannot_take_says_so(string template, string message) =>
        Assert.Contains(message, Assert.Single(Assert.Throws<Core.Problems.ProblemException>(() => Render(template)).Problems).Message, StringComparison.Ordinal);

    private static string Render(string template, IReadOnlyDictionary<string, object?>? model = null) =>
        DocumentTemplate.Parse(template, "pm.hbs").Render(model ?? Model.Small).TrimEnd('\n');
}
