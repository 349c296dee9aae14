using System.Text.Json;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Settings;
using PostmortemAction.Templates;

namespace PostmortemAction.Tests.Configuration;

/// <summary>The JSON Schema of the configuration. Run the tests with APPROVE=1 to write the file anew.</summary>
public class SettingsSchemaTests
{
    private const string Path = "src/PostmortemAction/Configuration/postmortem.schema.json";

    [Fact]
    public void The_schema_in_the_repository_is_the_one_of_the_code()
    {
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(System.IO.Path.Combine(Repository.Root, Path), SettingsSchema.Text);
        }

        Assert.Equal(Repository.Read(Path), SettingsSchema.Text);
        Assert.EndsWith($"/{Path}", SettingsSchema.Address, StringComparison.Ordinal);
        Assert.Contains(SettingsSchema.Modeline, Repository.Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_knows_the_keys_that_the_reader_knows()
    {
        using var schema = JsonDocument.Parse(SettingsSchema.Text);

        var properties = schema.RootElement.GetProperty("properties");

        Assert.Equal(SettingKeys.Top, properties.EnumerateObject().Select(property => property.Name));
        Assert.All(
            SettingKeys.All.Where(key => key.Path.Count == 2),
            key => Assert.True(properties.GetProperty(key.Path[0]).GetProperty("properties").TryGetProperty(key.Path[1], out _), key.Name));
    }

    [Fact]
    public void Every_default_of_the_table_is_what_holds_without_a_file()
    {
        var text = Yaml(key => key.Default, key => key.Path[0] != "slo");

        var settings = SettingsReader.Read(("postmortem.yml", text), new Dictionary<string, string>());

        Assert.Equal(new RunSettings { TimeZoneChosen = true, Template = TemplateSet.Default, Review = settings.Review }, settings);
        Assert.Equal(new RunSettings().Review.FailOn, settings.Review.FailOn);
    }

    [Fact]
    public void Every_example_of_the_table_is_read_and_changes_something()
    {
        Assert.All(SettingKeys.All, key => Assert.NotEqual(key.Default, key.Example));
        var nothing = new Dictionary<string, string>();

        var settings = SettingsReader.Read(("postmortem.yml", Yaml(key => key.Example, _ => true)), nothing);

        Assert.Equal(("outage", "over", "docs/postmortems", ".github/postmortem.md.hbs"), (settings.IncidentLabel, settings.ResolvedLabel, settings.Directory, settings.Template));
        Assert.Equal((true, "Europe/Berlin", CommentRule.Marked, AuthorRule.All, "rocket"), (settings.DryRun, settings.TimeZone.Id, settings.Comments, settings.Authors, settings.Pin));
        Assert.Equal((new ServiceLevel(99.9m, 90), FailOn.Error), (settings.Promise, settings.Review.FailOn));
        Assert.Equal(("Ursache", "time_to_page", "SEV1"), (settings.Names.Single().Key, settings.Measures.Single().Name, settings.Review.Require.Single().Key));
    }

    /// <summary>A file with one value for each key.</summary>
    private static string Yaml(Func<SettingKey, string?> value, Func<SettingKey, bool> isWanted) =>
        string.Join('\n', SettingKeys.All.Where(key => isWanted(key) && value(key) is not null).GroupBy(key => key.Path[0]).Select(group =>
            group.First().Path.Count == 1 ? $"{group.Key}: {value(group.First())}"
                : $"{group.Key}:\n{string.Join('\n', group.Select(key => $"  {key.Path[1]}: {value(key)}"))}")) + "\n";
}
