namespace PostmortemAction.Tests.Adoption;

/// <summary>What the README gives people to copy.</summary>
internal static class Recipe
{
    /// <summary>The workflow by which a repository calls the organisation's one.</summary>
    public static string Caller { get; } = Repository.Read("README.md").Split("```yaml\n").Select(part => part.Split("```")[0]).Single(yaml => yaml.Contains("uses: acme/automation/", StringComparison.Ordinal));
}
