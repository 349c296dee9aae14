using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PostmortemAction.Core.Plans;

/// <summary>The branch that holds an incident's postmortem until it is merged: <c>postmortem/incident-42</c>.</summary>
public sealed record PostmortemBranch(int Incident)
{
    private const string Prefix = "postmortem/incident-";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Incident}");

    public static bool TryParse(string? name, [NotNullWhen(true)] out PostmortemBranch? branch)
    {
        branch = name?.StartsWith(Prefix, StringComparison.Ordinal) == true
            && int.TryParse(name[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var incident)
            && incident > 0
            ? new(incident)
            : null;
        return branch is not null;
    }
}
