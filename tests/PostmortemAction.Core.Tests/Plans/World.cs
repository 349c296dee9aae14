using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Reminders;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>A repository in memory, in which nothing fails and nobody is faster: plans are applied to it and people work in it.</summary>
internal sealed class World
{
    private readonly Dictionary<string, string> known = [];
    private Ledger ledger = Ledger.Empty(42);
    private string? composed;
    private int commits;

    public IncidentRecord Record { get; set; } = Records.Incident;

    public ExistingPullRequest? Pull { get; set; }

    public string? Document { get; set; }

    public bool HasBranch { get; set; }

    public ExistingComment? Status { get; set; }

    public Dictionary<IssueKey, (string Title, string Body, string Task)> Issues { get; } = [];

    public HashSet<IssueKey> Closed { get; } = [];

    /// <summary>Issues that GitHub does not show for now, be they there or not.</summary>
    public HashSet<IssueKey> OutOfSight { get; } = [];

    /// <summary>Other repositories that let us not write.</summary>
    public HashSet<string> Refusing { get; } = [];

    /// <summary>The server's day.</summary>
    public LocalDate Day { get; set; } = new(2024, 4, 15);

    /// <summary>Whether a person starts the runs by hand.</summary>
    public bool IsByHand { get; set; }

    /// <summary>The day, where it is time for reminders.</summary>
    public LocalDate? Today { get; set; }

    public LocalDate? Snoozed { get; set; }

    public string? SnoozedUnreadably { get; set; }

    /// <summary>Who is assigned to each follow-up.</summary>
    public IReadOnlyList<string> Assignees { get; set; } = ["ade"];

    public RunSettings Settings { get; set; } = new();

    public List<Remind> Reminders { get; } = [];

    public HashSet<string> Labels { get; } = [];

    public bool IsClosed { get; private set; }

    public List<string> Offers { get; } = [];

    public Ledger Ledger => ledger;

    /// <summary>Whether the template writes the issues of tasks.</summary>
    public bool WritesLinks { get; set; } = true;

    public bool AllowsPullRequests { get; set; } = true;

    /// <summary>The people's clock, for what they say and close.</summary>
    public Instant Now { get; private set; } = Records.At("2024-04-15T08:00:00Z");

    /// <summary>Plans and applies.</summary>
    public Plan Run()
    {
        var plan = Plan(IsByHand);
        if (Refuse(plan))
        {
            plan = Plan(isAskedAgain: false);
        }

        plan.Changes.ToList().ForEach(Apply);
        if (plan.Composed is not null && plan.Changes.Count > 0 && ledger.Path is not null)
        {
            composed = Resolve(plan.Composed);
            ledger = ledger with { Document = Fingerprint.Of(composed) };
        }

        ledger = ledger with { Run = null };
        return plan;
    }

    /// <summary>What is refused is noted, and all is planned anew.</summary>
    private bool Refuse(Plan plan)
    {
        var refused = plan.Changes.Select(change => change switch
        {
            CreateFollowUp create => create.FollowUp.Repository,
            UpdateFollowUp update => update.Issue.Repository,
            FinishFollowUp finish => finish.Issue.Repository,
            _ => null,
        }).OfType<string>().Where(Refusing.Contains).ToHashSet();
        foreach (var repository in refused)
        {
            ledger = ledger.With(repository, new(repository, "403 Resource not accessible by integration", LocalDatePattern.Iso.Format(Day)));
        }

        return refused.Count > 0;
    }

    public Plan Plan(bool isAskedAgain = false)
    {
        var existing = Observe() with { IsAskedAgain = isAskedAgain };
        var postmortem = Records.Assemble(Record).With(existing, Settings);
        return Planner.Make(DesiredStateComposer.Compose(postmortem, PlanCase.Repository, existing.PathOf(PlanCase.Path), Render(postmortem), existing), existing, PlanCase.Repository);
    }

    public void Close()
    {
        if (Pull is { State: PullRequestState.Open })
        {
            Tick();
            Pull = Pull with { State = PullRequestState.Closed, ClosedAt = Now };
            HasBranch = false;
        }
    }

    public void Merge()
    {
        if (Pull is { State: PullRequestState.Open })
        {
            Pull = Pull with { State = PullRequestState.Merged };
            HasBranch = false;
        }
    }

    public void Say(string comment)
    {
        Tick();
        Record = Record with { Comments = [.. Record.Comments, Records.Comment(comment, "2024-04-15T08:00:00Z") with { CreatedAt = Now, UpdatedAt = Now }] };
    }

    public void Unlabel()
    {
        Tick();
        Record = Record with { Events = [.. Record.Events, Records.Label("resolved", "2024-04-15T08:00:00Z") with { Event = "unlabeled", At = Now }] };
    }

    public void Label()
    {
        Tick();
        Record = Record with { Events = [.. Record.Events, Records.Label("resolved", "2024-04-15T08:00:00Z") with { At = Now }] };
    }

    /// <summary>Somebody deletes or garbles the ledger.</summary>
    public void LoseLedger()
    {
        var found = Issues.Select(issue => (issue.Key, issue.Value, Marker: Marker.TryFind(issue.Value.Body, Marker.FollowUp, out var marker) ? marker : null))
            .Where(issue => issue.Marker is not null)
            .Select(issue => new FoundFollowUp(issue.Marker!["task"]!, issue.Marker["text"], issue.Key.Number, issue.Key.Number, issue.Value.Title, issue.Value.Body, true) { Repository = issue.Key.Repository, IsClosed = Closed.Contains(issue.Key), IsAdded = issue.Marker["added"] is not null });
        ledger = LedgerRecovery.Complete(Ledger.Empty(42), found.ToList(), Pull, Status);
        composed = null;
    }

    private void Tick() => Now += Duration.FromMinutes(1);

    private ExistingState Observe()
    {
        var isRead = HasBranch || Pull is { State: PullRequestState.Closed };
        var document = isRead && Pull?.State != PullRequestState.Merged ? Document : null;
        ledger = document is null ? ledger : ledger with { Path = ledger.Path ?? PlanCase.Path };
        return new("base", false, ledger, false, HasBranch ? Head : null, document, composed, Pull, Status, [])
        {
            IsClosed = Issues.Keys.ToDictionary(number => number, Closed.Contains),
            Assignees = Issues.Keys.ToDictionary(number => number, _ => Assignees),
            Day = Day,
            Today = Today,
            Talk = Today is null ? new Dictionary<IssueKey, FollowUpTalk>() : Issues.Keys.Where(number => !Closed.Contains(number)).ToDictionary(
                number => number, number => new FollowUpTalk([.. Reminders.Where(sent => sent.Issue == number).Select(sent => sent.Reminder)], Snoozed) { Unreadable = SnoozedUnreadably }),
        };
    }

    private string Head => string.Create(CultureInfo.InvariantCulture, $"commit {commits}");

    private void Apply(Change change)
    {
        switch (change)
        {
            case CreateFollowUp { FollowUp: var made }:
                var number = new IssueKey(made.Repository, 100 + Issues.Count);
                Issues[number] = (made.Title, OwnBlock.Wrap(Resolve(made.Block)), made.Key);
                known[LateReference.FollowUp(made.Key)] = number.Number.ToString(CultureInfo.InvariantCulture);
                Note(new(made.Key, made.Text, number.Number, number.Number, made.Title, OwnBlock.Sum(made.Block), true) { Repository = made.Repository, Words = made.Words, IsAdded = made.IsAdded, IsDone = made.IsDone });
                _ = made.IsDone && Closed.Add(number);
                break;
            case UpdateFollowUp { FollowUp: var wanted } update:
                var (title, body, task) = Issues[update.Issue];
                var last = ledger.FollowUps.Single(followUp => followUp.Issue == update.Issue);
                Issues[update.Issue] = (title == last.Title ? wanted.Title : title, OwnBlock.Update(body, wanted.Block) ?? body, task);
                Note(last with { Text = wanted.Text, Title = wanted.Title, Block = OwnBlock.Sum(wanted.Block), Words = wanted.Words, IsAdded = wanted.IsAdded });
                break;
            case FinishFollowUp finish when OutOfSight.Contains(finish.Issue):
                Note(ledger.FollowUps.Single(followUp => followUp.Issue == finish.Issue) with { Asked = finish.IsDone });
                break;
            case FinishFollowUp finish:
                _ = finish.IsDone ? Closed.Add(finish.Issue) : Closed.Remove(finish.Issue);
                Note(ledger.FollowUps.Single(followUp => followUp.Issue == finish.Issue) with { IsDone = finish.IsDone, Asked = null });
                break;
            case AttachFollowUp attach:
                Note(ledger.FollowUps.Single(followUp => followUp.Issue == attach.Issue) with { IsAttached = true });
                break;
            case CommitDocument commit:
                Assert.Equal(HasBranch ? Head : "base", commit.Parent);
                (HasBranch, Document) = (true, Resolve(commit.Text));
                commits++;
                Pull = Pull is null ? null : Pull with { Head = Head };
                ledger = ledger with { Path = commit.Path, Commit = Head };
                break;
            case OpenPullRequest when !AllowsPullRequests:
                known[LateReference.PullRequest] = PlanCase.Repository.OpenPullRequestLink(new(42));
                break;
            case OpenPullRequest open:
                Assert.True(HasBranch && Pull is null);
                known[LateReference.PullRequest] = PlanCase.Repository.PullRequestLink(50);
                Pull = new(50, PullRequestState.Open, true, open.Title, OwnBlock.Wrap(Resolve(open.Block)), null, Head);
                ledger = ledger with { PullRequest = new(50, open.Title, OwnBlock.Sum(Resolve(open.Block)), true) };
                break;
            case UpdatePullRequest update:
                var block = update.Block is null ? null : Resolve(update.Block);
                var there = ledger.PullRequest!;
                Pull = Pull! with { Title = update.Title ?? Pull.Title, Body = block is null ? Pull.Body : OwnBlock.Update(Pull.Body, block) ?? Pull.Body };
                ledger = ledger with { PullRequest = there with { Title = update.Title ?? there.Title, Block = block is null ? there.Block : OwnBlock.Sum(block) } };
                break;
            case LabelPullRequest:
                ledger = ledger with { PullRequest = ledger.PullRequest! with { IsLabelled = true } };
                break;
            case ReopenPullRequest:
                HasBranch = true;
                Pull = Pull! with { State = PullRequestState.Open, ClosedAt = null };
                break;
            case PublishIncident publish:
                Labels.Add(publish.Label);
                IsClosed |= publish.Closes;
                ledger = ledger with { IsPublished = true };
                break;
            case ClosePullRequest close:
                ledger = ledger with { SkippedBy = close.Because };
                Close();
                break;
            case Remind remind:
                Reminders.Add(remind);
                if (remind.Of == Marker.PullRequest)
                {
                    ledger = ledger with { PullRequest = ledger.PullRequest! with { Reminded = LedgerReminder.Of(remind.Reminder) } };
                    break;
                }

                Note(ledger.FollowUps.Single(followUp => followUp.Issue == remind.Issue) with { Reminded = LedgerReminder.Of(remind.Reminder) });
                break;
            case OfferText offer:
                Offers.Add(Resolve(offer.Body));
                break;
            case CreateStatusComment create:
                Status = new(7, OwnBlock.Wrap(Resolve(create.Block)));
                ledger = ledger with { Status = new(7, OwnBlock.Sum(Resolve(create.Block))) };
                break;
            case UpdateStatusComment update:
                if (OwnBlock.Update(Status!.Body, Resolve(update.Block)) is { } said)
                {
                    Status = Status with { Body = said };
                    ledger = ledger with { Status = new(7, OwnBlock.Sum(Resolve(update.Block))) };
                }

                break;
            default:
                throw new InvalidOperationException(change.Describe());
        }
    }

    private void Note(LedgerFollowUp followUp) =>
        ledger = ledger with { FollowUps = [.. ledger.FollowUps.Where(other => other.Task != followUp.Task), followUp] };

    /// <summary>Nothing unresolved may leave.</summary>
    private string Resolve(string text)
    {
        var resolved = LateReference.Resolve(text, known);
        Assert.False(LateReference.IsIn(resolved), LateReference.Describe(resolved));
        return resolved;
    }

    private string Render(Postmortem postmortem)
    {
        var text = new StringBuilder($"---\nincident: 42\n---\n\n# {postmortem.Incident.Title}\n");
        Section("Impact", postmortem.Incident.Impact);
        Section("Timeline", string.Join('\n', postmortem.Timeline.Select(entry => "- " + entry.Text)));
        Section("Root cause", postmortem.Incident.RootCause);
        Section("Tasks", string.Join('\n', postmortem.FollowUps.Select(task => $"- [{(task.IsTicked ? 'x' : ' ')}] {(task.IsDeferred || !WritesLinks ? "" : FollowUpLink.Of(task, PlanCase.Repository) + " ")}{MarkdownText.Line(task.Task.Title)}{(task.Task.Owner is { } owner ? $" · @{owner}" : "")}")));
        return text.ToString();

        void Section(string heading, string? body) => text.Append(string.IsNullOrEmpty(body) ? "" : $"\n## {heading}\n\n{body}\n");
    }
}
