using NodaTime;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.DueDates;

/// <summary>Days that count from the end of an incident.</summary>
public static class DueDate
{
    /// <summary>The day on which something of an incident is due; null where the settings name no number of days for its severity, or its end is not known.</summary>
    /// <param name="days">By severity.</param>
    public static LocalDate? Of(Postmortem postmortem, IReadOnlyDictionary<string, int> days, bool isBusiness) =>
        postmortem.Incident.Severity is { } severity && days.TryGetValue(severity, out var count) && EndOf(postmortem) is { } end
            ? isBusiness ? AddBusinessDays(end, count) : end.PlusDays(count) : null;

    /// <summary>The task with what the settings say where its own line says nothing.</summary>
    public static IncidentTask Complete(IncidentTask task, Postmortem postmortem, FollowUpSettings settings) => task with
    {
        Due = task.Due ?? Of(postmortem, settings.Due, settings.BusinessDays),
        Owner = task.Owner ?? OwnerOf(postmortem.Incident.Services, settings.Owners),
    };

    private static LocalDate? EndOf(Postmortem postmortem) =>
        postmortem.Milestones.Resolved?.Moment.Date ?? (postmortem.Incident.Over is { } over ? over.InZone(postmortem.Incident.Zone).Date : null);

    private static LocalDate AddBusinessDays(LocalDate day, int count)
    {
        while (count > 0)
        {
            day = day.PlusDays(1);
            count -= day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }

    /// <summary>The first affected service that has an owner, else who owns what nobody owns.</summary>
    private static string? OwnerOf(IReadOnlyList<string> services, IReadOnlyDictionary<string, string> owners) =>
        services.Select(service => owners.FirstOrDefault(owner => owner.Key.Equals(service, StringComparison.OrdinalIgnoreCase)).Value).FirstOrDefault(owner => owner is not null)
            ?? owners.GetValueOrDefault(FollowUpSettings.AnyService);
}
