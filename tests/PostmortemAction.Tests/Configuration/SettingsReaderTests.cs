using NodaTime;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Tests.Configuration;

public class SettingsReaderTests
{
    private const string Everything =
        """
        dry-run: true
        incident-label: outage
        resolved-label: "over: really"
        directory: docs/postmortems
        template: .github/postmortem.md.hbs
        time-zone: Europe/Berlin
        index: commit
        timeline:
          comments: marked
          authors: all
          pin: rocket
        """;

    [Fact]
    public void Without_a_file_and_without_inputs_the_defaults_hold()
    {
        var settings = SettingsReader.Read(null, new Dictionary<string, string>());

        Assert.Equal(("incident", "resolved", "postmortems", null), (settings.IncidentLabel, settings.ResolvedLabel, settings.Directory, settings.Template));
        Assert.Equal((false, CommentRule.All, AuthorRule.Writers), (settings.DryRun, settings.Comments, settings.Authors));
        Assert.Equal((DateTimeZone.Utc, false), (settings.TimeZone, settings.TimeZoneChosen));
    }

    [Fact]
    public void Every_key_of_the_file_is_read()
    {
        var settings = Read(Everything);

        Assert.Equal(
            new()
            {
                DryRun = true, IncidentLabel = "outage", ResolvedLabel = "over: really", Directory = "docs/postmortems",
                Template = ".github/postmortem.md.hbs", TimeZone = DateTimeZoneProviders.Tzdb["Europe/Berlin"], TimeZoneChosen = true,
                Comments = CommentRule.Marked, Authors = AuthorRule.All, Pin = "rocket", Index = IndexRule.Commit,
            },
            settings);
        Assert.All(SettingKeys.Inputs.Concat(SettingKeys.Below("timeline")), key => Assert.Contains($"{key}:", Everything, StringComparison.Ordinal));
    }

    [Fact]
    public void The_digest_has_a_title_and_a_label_or_is_off()
    {
        Assert.Equal(new() { Title = "What we owe", Label = "chores" }, Read("digest:\n  title: What we owe\n  label: chores").Digest);
        Assert.Equal(new(), Read("digest: {}").Digest);
        Assert.Null(Read("digest: off").Digest);
    }

    [Fact]
    public void Further_names_of_sections_are_read_with_the_field_that_each_means()
    {
        var names = Read("names:\n  root-cause: [Ursache, Grund]\n  tasks: Aufgaben\n").Names;

        Assert.Equal(
            [("Aufgaben", "tasks"), ("Grund", "root-cause"), ("Ursache", "root-cause")],
            names.Select(name => (name.Key, name.Value)).Order());
    }

    [Fact]
    public void What_a_team_asks_of_its_postmortems_is_read()
    {
        var review = Read("review:\n  fail-on: error\n  require:\n    SEV1: [start, tasks]\n    other: root-cause\n").Review;

        Assert.Equal(FailOn.Error, review.FailOn);
        Assert.Equal(["SEV1: start tasks", "other: root-cause"], review.Require.Select(line => $"{line.Key}: {string.Join(' ', line.Value)}"));
    }

    [Fact]
    public void Every_key_but_timeline_is_read_from_the_inputs_too()
    {
        var settings = Read(
            "", ("dry-run", "true"), ("incident-label", "outage"), ("resolved-label", "over"), ("directory", "docs"), ("template", "x.hbs"), ("time-zone", "Asia/Tokyo"));

        Assert.Equal(
            new()
            {
                DryRun = true, IncidentLabel = "outage", ResolvedLabel = "over", Directory = "docs", Template = "x.hbs",
                TimeZone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"], TimeZoneChosen = true,
            },
            settings);
    }

    [Fact]
    public void An_input_wins_over_the_file_and_leaves_the_other_keys()
    {
        var settings = Read(Everything, ("incident-label", "fire"), ("dry-run", "false"));

        Assert.Equal(Read(Everything) with { IncidentLabel = "fire", DryRun = false }, settings);
    }

    [Fact]
    public void An_empty_input_does_not_count() =>
        Assert.Equal(Read(Everything), Read(Everything, [.. SettingKeys.Inputs.Select(key => (key, ""))]));

    [Fact]
    public void Inputs_that_are_no_settings_are_left_alone() =>
        Assert.Equal(new RunSettings(), Read("", ("github-token", "secret"), ("issue-number", "42"), ("config", "x.yml")));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# dry-run: true\n")]
    [InlineData("---\n")]
    [InlineData("{}")]
    public void A_file_without_content_is_no_mistake(string text) => Assert.Equal(new RunSettings(), Read(text));

    [Fact]
    public void A_file_with_Windows_line_ends_is_read_like_any_other() =>
        Assert.Equal(Read(Everything), Read(Everything.ReplaceLineEndings("\r\n")));

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_key() => Assert.Equal(Read(Everything), Read($"\uFEFF{Everything}"));

    [Theory]
    [InlineData("dry-run: True", true)]
    [InlineData("dry-run: 'TRUE'", true)]
    [InlineData("dry-run: False", false)]
    [InlineData("dry-run: FALSE", false)]
    public void A_flag_is_written_as_the_runner_takes_it(string text, bool expected) => Assert.Equal(expected, Read(text).DryRun);

    [Theory]
    [InlineData("comments: All", CommentRule.All)]
    [InlineData("comments: MARKED", CommentRule.Marked)]
    [InlineData("comments: none", CommentRule.None)]
    public void A_choice_is_read_without_case(string text, CommentRule expected) => Assert.Equal(expected, Read($"timeline:\n  {text}").Comments);

    [Theory]
    [InlineData("docs/postmortems/")]
    [InlineData("  docs/postmortems  ")]
    public void A_path_may_be_written_with_a_slash_behind_it_and_blanks_around_it(string path) =>
        Assert.Equal("docs/postmortems", Read("", ("directory", path)).Directory);

    [Fact]
    public void An_empty_template_is_the_built_in_one() => Assert.Null(Read("template:").Template);

    private static RunSettings Read(string text, params (string Key, string Value)[] inputs) =>
        SettingsReader.Read((".github/postmortem.yml", text), inputs.ToDictionary(input => input.Key, input => input.Value));
}
