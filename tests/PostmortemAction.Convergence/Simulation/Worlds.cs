using System.Globalization;
using PostmortemAction.Convergence.Simulation.Times;

namespace PostmortemAction.Convergence.Simulation;

/// <summary>Ready-made starts: a repository, its people, and a resolved incident that the action has not seen yet.</summary>
public static class Worlds
{
    /// <summary>Three tasks, three comments.</summary>
    public static World FirstPublish() => Incident(["- Add an alert on failed logins @jun due 2026-02-01", "- Test the rollback", "- Write the runbook"], 3);

    public static World NoTasks() => Incident([], 3);

    public static World FiftyTasks() => Incident([.. Enumerable.Range(1, 50).Select(i => string.Create(CultureInfo.InvariantCulture, $"- Harden service number {i}"))], 3);

    /// <summary>Comments for two pages: 130.</summary>
    public static World TwoPagesOfComments() => Incident(["- Add an alert on failed logins @jun due 2026-02-01", "- Test the rollback", "- Write the runbook"], 130);

    /// <param name="tasks">Lines of the form's field.</param>
    public static World Incident(IReadOnlyList<string> tasks, int comments)
    {
        var github = new SimulatedGitHub();
        var people = github.People;
        people.Join("mira", "admin");
        people.Join("jun", "write");
        people.Join("noor", "read");
        people.Commit("mira", "main", "Begin", [("README.md", "# Shop\n"), ("src/login.txt", "the login\n")]);
        foreach (var label in (string[])["incident", "resolved", "SEV2"])
        {
            github.Repository.Labels[label] = new(github.Repository.NextId(), label, "d73a4a", null);
        }

        github.Repository.SkipNumbers(11);
        var filed = VirtualTime.Start - TimeSpan.FromHours(3);
        var number = people.OpenIssue("mira", "Incident: Login is down", Form(tasks), ["incident", "SEV2"], filed);
        for (var i = 0; i < comments; i++)
        {
            var minute = 6 + (i % 50);
            people.Comment(
                i % 2 == 0 ? "jun" : "mira", number, string.Create(CultureInfo.InvariantCulture, $"06:{minute:00} Step {i + 1} of the search"), filed + TimeSpan.FromSeconds(30 * (i + 1)));
        }

        people.Label("mira", number, "resolved", filed + TimeSpan.FromHours(2));
        return new(github, number);
    }

    /// <summary>Two of the tasks belong to another repository, which the team listed.</summary>
    public static World TwoRepositories()
    {
        var world = Incident(["- Add an alert on failed logins @jun due 2026-02-01", "- Test the rollback in acme/login", "- Write the runbook of acme/login @jun due 2026-02-03"], 3);
        var (github, _) = world;
        github.People.Commit("mira", "main", "Other repositories", [(".github/postmortem.yml", "follow-ups:\n  repositories: acme/login\n")]);
        var login = github.Repository.Add("login");
        login.Accounts["jun"] = login.Account("jun") with { Permission = "write" };
        return world;
    }

    private static string Form(IReadOnlyList<string> tasks) => $"""
        ### Severity

        SEV2

        ### Affected services

        login API

        ### Started

        2026-01-05 05:50 UTC

        ### Detected

        2026-01-05 05:55 UTC

        ### How it was detected

        A monitoring alert

        ### Resolved

        2026-01-05 07:50 UTC

        ### Impact

        Nobody could log in.

        ### Users affected

        75%

        ### Timeline

        05:55 Detection: the pager goes off
        07:50 Resolution: logins are back

        ### Root cause

        A typo in the login's configuration.

        ### Resolution

        The typo was taken out.

        ### What went well

        _No response_

        ### What went wrong

        _No response_

        ### Where we got lucky

        _No response_

        ### Improvements

        - Review configuration changes in pairs

        ### Tasks

        {(tasks.Count == 0 ? "_No response_" : string.Join('\n', tasks))}
        """;
}
