using System.Globalization;

namespace PostmortemAction.Core.Ledgers;

/// <summary>The ref that holds an incident's ledger, without <c>refs/</c>: <c>postmortem/incident-42</c>, no branch, so nobody sees it in a list.</summary>
public sealed record LedgerRef(int Incident)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"postmortem/incident-{Incident}");

    /// <summary>Where a server allows no refs but branches and tags.</summary>
    public string Fallback => string.Create(CultureInfo.InvariantCulture, $"heads/postmortem-ledger/incident-{Incident}");
}
