using System.Globalization;

namespace PostmortemAction.Core.Records;

/// <summary>Which issue: a number says nothing without its repository.</summary>
/// <param name="Repository"><c>owner/name</c>; null for the incident's own repository.</param>
public readonly record struct IssueKey(string? Repository, int Number)
{
    /// <summary>A bare number is an issue of the incident's own repository, as in GitHub's texts.</summary>
    public static implicit operator IssueKey(int number) => new(null, number);

    /// <summary>As GitHub's texts refer to it: <c>#12</c>, <c>acme/login#12</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Repository}#{Number}");

    /// <summary>For people, where a reference would leave a trace on the issue: <c>12</c>, <c>12 of acme/login</c>.</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Number}{(Repository is null ? "" : $" of {Repository}")}");

    /// <summary>GitHub's names are the same in whatever case.</summary>
    public bool Equals(IssueKey other) => Number == other.Number && string.Equals(Repository, other.Repository, StringComparison.OrdinalIgnoreCase);

    public override int GetHashCode() => HashCode.Combine(Number, Repository is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Repository));
}
