namespace PostmortemAction.Core.Plans;

/// <summary>Labels the incident whose postmortem was merged, and closes it where the team wants that.</summary>
public sealed record PublishIncident(int Number, string Label, bool Closes) : Change
{
    public override string Describe() => $"label incident {Number}{(Closes ? " and close it" : "")}";
}
