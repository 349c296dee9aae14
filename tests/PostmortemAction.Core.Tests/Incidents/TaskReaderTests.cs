using FsCheck;
using FsCheck.Fluent;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;

namespace PostmortemAction.Core.Tests.Incidents;

public class TaskReaderTests
{
    [Theory]
    [InlineData("- Add an alert @jun due 2024-06-01", "Add an alert", "jun", "2024-06-01")]
    [InlineData("1. Add an alert (@jun, due:2024-06-01)", "Add an alert", "jun", "2024-06-01")]
    [InlineData("- [ ] Add an alert", "Add an alert", null, null)]
    [InlineData("- [x] Add an alert", "Add an alert", null, null)]
    [InlineData("Task 1: Add an alert", "Add an alert", null, null)]
    [InlineData("**Task 2:** Add an alert", "Add an alert", null, null)]
    [InlineData("* due 2024-06-01 @jun-sre Add an alert", "Add an alert", "jun-sre", "2024-06-01")]
    [InlineData("Mail ops@example.com an alert", "Mail ops@example.com an alert", null, null)]
    [InlineData("Pay what is due soon", "Pay what is due soon", null, null)]
    [InlineData("Configuration review: read all of it", "Configuration review: read all of it", null, null)]
    public void Owner_and_due_date_are_taken_out_of_the_title(string line, string title, string? owner, string? due)
    {
        var task = Assert.Single(Read(line));

        Assert.Equal((title, owner, due), (task.Title, task.Owner, task.Due?.ToString("uuuu-MM-dd", null)));
    }

    [Fact]
    public void Priority_and_labels_are_taken_out_of_the_title_and_a_repository_is_read_in_it()
    {
        var task = Assert.Single(Read("- P1 Add an alert #monitoring #team:web acme-inc/infra @jun"));

        Assert.Equal(("Add an alert acme-inc/infra", "P1", "acme-inc/infra", "jun"), (task.Title, task.Priority, task.Repository, task.Owner));
        Assert.Equal(["monitoring", "team:web"], task.Labels);
    }

    [Theory]
    [InlineData("Document the client-side/server-side timeouts @anna", "Document the client-side/server-side timeouts", "anna")]
    [InlineData("Update acme/payments-lib to 3.2", "Update acme/payments-lib to 3.2", null)]
    [InlineData("Upgrade to facebook/react-dom", "Upgrade to facebook/react-dom", null)]
    [InlineData("Define what P1 means for the on-call team", "Define what P1 means for the on-call team", null)]
    [InlineData("P1 tickets need an owner", "P1 tickets need an owner", null)]
    [InlineData("Raise it from P2 to P1", "Raise it from P2 to P1", null)]
    [InlineData("Move the alerts out of the #general channel", "Move the alerts out of the #general channel", null)]
    [InlineData("Move the alerts to #general", "Move the alerts to #general", null)]
    [InlineData("Ask @frank and @gina to review", "Ask @frank and @gina to review", null)]
    [InlineData("Ask @frank and @gina", "Ask @frank and @gina", null)]
    [InlineData("Ask @frank", "Ask @frank", "frank")]
    [InlineData("Ask @frank to review, and thank @frank.", "Ask @frank to review, and thank @frank.", "frank")]
    [InlineData("@frank and @gina should meet", "@frank and @gina should meet", null)]
    [InlineData("@frank should meet the vendor", "@frank should meet the vendor", "frank")]
    [InlineData("Document P1", "Document P1", null)]
    [InlineData("Document P1 @frank", "Document P1", "frank")]
    [InlineData("Rename it #general", "Rename it #general", null)]
    [InlineData("@frank, @gina: play it through", "@frank, @gina: play it through", "frank")]
    [InlineData("Show [@jun](https://github.com/jun) the `@mo due 2024-06-01` line", "Show [@jun](https://github.com/jun) the `@mo due 2024-06-01` line", null)]
    public void Words_inside_the_sentence_stay_there_and_a_single_name_among_them_is_the_owner(string line, string title, string? owner)
    {
        var task = Assert.Single(Read(line));

        Assert.Equal((title, owner), (task.Title, task.Owner));
        Assert.Null(task.Priority);
        Assert.Empty(task.Labels);
    }

    [Theory]
    [InlineData("Add an alert when disk is 80% full (owner: @hana) [due 2026-04-05]", "Add an alert when disk is 80% full", "hana", "2026-04-05", null)]
    [InlineData("**Owner:** @mo — write the runbook — **Due:** 2026-04-20", "write the runbook", "mo", "2026-04-20", null)]
    [InlineData("Write the runbook, owner:@mo, priority: P2, due: 20 April 2026", "Write the runbook", "mo", "2026-04-20", "P2")]
    [InlineData("@erik: rotate the certificate by hand until 2026-05-01, due 2026-04-30", "rotate the certificate by hand until 2026-05-01", "erik", "2026-04-30", null)]
    [InlineData("P1: add an alert", "add an alert", null, null, "P1")]
    [InlineData("Fix login P1", "Fix login", null, null, "P1")]
    [InlineData("Watch the dates (owner: sre, due: 2026-04-20)", "Watch the dates (owner: sre)", null, "2026-04-20", null)]
    [InlineData("Watch the dates (due: 2026-04-20, with sre) at night", "Watch the dates (with sre) at night", null, "2026-04-20", null)]
    [InlineData("[P1] add an alert - P2", "add an alert - P2", null, null, "P1")]
    [InlineData("Move the alerts (@carl, due 2026-04-02) out of the channel", "Move the alerts out of the channel", "carl", "2026-04-02", null)]
    [InlineData("Page for pages (P1) at night", "Page for pages (P1) at night", null, null, "P1")]
    [InlineData("Renew what is due 2026-04-02 before it ends", "Renew what is due 2026-04-02 before it ends", null, "2026-04-02", null)]
    [InlineData("Hand it over to @frank, due 2026-04-02", "Hand it over to @frank", "frank", "2026-04-02", null)]
    [InlineData("Add alerts @frank @gina", "Add alerts @gina", "frank", null, null)]
    [InlineData("Add alerts, due on 2 April 2026.", "Add alerts", null, "2026-04-02", null)]
    public void What_stands_at_an_end_in_brackets_or_behind_its_name_is_taken_out(string line, string title, string? owner, string? due, string? priority)
    {
        var task = Assert.Single(Read(line));

        Assert.Equal((title, owner, due, priority), (task.Title, task.Owner, task.Due?.ToString("uuuu-MM-dd", null), task.Priority));
    }

    [Theory]
    [InlineData("Ask @mira and @jun to review the rules · @mo · P2 · due 2026-01-20 · #docs #web", "Ask @mira and @jun to review the rules", "mo", "P2")]
    [InlineData("Ask @mira what P1 is · @acme/auth", "Ask @mira what P1 is", "acme/auth", null)]
    [InlineData("Add alerts @gina · @frank", "Add alerts @gina", "frank", null)]
    [InlineData("Use A · B @jun · due 2026-01-20", "Use A · B", "jun", null)]
    [InlineData("Move it · @jun · @mo", "Move it · @jun", "mo", null)]
    public void Behind_our_own_dots_stand_only_our_own_words(string line, string title, string owner, string? priority)
    {
        var task = Assert.Single(TaskReader.Read([line], "here", []));

        Assert.Equal((title, owner, priority), (task.Title, task.Owner, task.Priority));
    }

    [Theory]
    [InlineData("P1 Add an alert #monitoring #team:web acme-inc/infra @jun")]
    [InlineData("Ask @mira and @jun to review the rules due 2026-01-20")]
    [InlineData("Add alerts @frank @gina")]
    [InlineData("Move it · @jun · @mo")]
    [InlineData("(P1) (P2) Show A · B @jun (@mo) due 2026-01-20 P3 #a P4 @x")]
    [InlineData("Update acme/payments-lib to 3.2 #x #y - z-1/y")]
    [InlineData("Thank @mo, @jun, due 3 May 2026 and due 2026-01-20")]
    public void What_we_write_of_a_task_is_read_back_as_the_same(string line)
    {
        var task = Assert.Single(TaskReader.Read([line], "here", []));

        var again = Assert.Single(TaskReader.Read([TaskLine.Of(task)], "here", []));

        Assert.Equal(task with { Labels = [] }, again with { Labels = [] });
        Assert.Equal(task.Labels, again.Labels);
    }

    [Fact]
    public void Any_heap_of_brackets_names_and_dots_is_read_in_one_pass()
    {
        foreach (var part in (string[])["(@a ", "(@a, ", "@a · ", "#a ", "due 1 ", "- ", "owner: ", "(due: "])
        {
            Growth.IsLinear(length => Growth.Heap(part, length) + "end", text => TaskReader.Read([text], "here", []));
        }
    }

    [Theory]
    [InlineData("Close #12 and/or read/write it")]
    [InlineData("Use TCP/IP in C# for the P&L")]
    public void Words_that_only_look_like_labels_or_repositories_stay_in_the_title(string line) => Assert.Equal(line, Assert.Single(Read(line)).Title);

    [Fact]
    public void The_link_to_its_issue_is_no_part_of_a_tasks_title() =>
        Assert.Equal("Add an alert", Assert.Single(Read("- [#43](https://github.com/acme/shop/issues/43) Add an alert @jun due 2024-06-01")).Title);

    [Fact]
    public void Each_line_is_a_task_and_each_list_item() =>
        Assert.Equal(["one", "two", "three"], Read("one\ntwo\n\n- three").Select(task => task.Title));

    [Fact]
    public void The_same_line_has_the_same_key_and_a_second_copy_another()
    {
        var first = Read("- one\n- two");
        var second = Read("- Two\n- two\n- one @jun");

        Assert.Equal(first[0].Key, second[2].Key);
        Assert.Equal(first[1].Key, second[0].Key);
        Assert.NotEqual(second[0].Key, second[1].Key);
    }

    [Fact]
    public void A_due_date_that_is_none_is_a_problem_and_stays_in_the_title()
    {
        var problems = new List<Problem>();

        var task = Assert.Single(TaskReader.Read(["Rotate keys due 2024-02-30"], "here", problems));

        Assert.Equal("Rotate keys due 2024-02-30", task.Title);
        Assert.Equal("due-date-unreadable", Assert.Single(problems).Code);
    }

    [Fact]
    public void Items_below_an_announcement_are_tasks_of_their_own_that_begin_with_its_words()
    {
        var tasks = Read("- Add alerts (@mo):\n  - on latency @ivan\n  - on errors due 2026-04-06\n    and on timeouts\n- Train people");

        Assert.Equal(["Add alerts: on latency", "Add alerts: on errors due 2026-04-06 and on timeouts", "Train people"], tasks.Select(task => task.Title));
        Assert.Equal(["ivan", "mo", null], tasks.Select(task => task.Owner));
        Assert.Equal([null, "2026-04-06", null], tasks.Select(task => task.Due?.ToString("uuuu-MM-dd", null)));
    }

    [Fact]
    public void Items_below_a_task_are_its_details_but_for_those_that_name_an_owner_a_date_or_have_a_box()
    {
        var tasks = Read("- Add a canary @nina\n  - for ten minutes\n  - ask @ivan for the metrics\n  - write it down, due 2026-04-06\n- Train people\n  - [ ] in Berlin\n  - [x] in Rome");

        Assert.Equal(
            ["Add a canary – for ten minutes", "Add a canary: ask @ivan for the metrics", "Add a canary: write it down", "Train people", "Train people: in Berlin", "Train people: in Rome"],
            tasks.Select(task => task.Title));
        Assert.Equal(["nina", "ivan", null, null, null, null], tasks.Select(task => task.Owner));
        Assert.Equal([false, false, false, false, false, true], tasks.Select(task => task.IsTicked));
    }

    [Theory]
    [InlineData("- Add a canary\nLong term:\n- Rewrite the proxy", "Add a canary", "Rewrite the proxy")]
    [InlineData("- Add a canary\n**Long term**\n- Rewrite the proxy", "Add a canary", "Rewrite the proxy")]
    [InlineData("1. Add a canary @nina\n   Details: ten minutes\n2. Rewrite the proxy", "Add a canary – Details: ten minutes", "Rewrite the proxy")]
    [InlineData("- Add a canary for the\nlogin: all of it\n- Rewrite the proxy", "Add a canary for the login: all of it", "Rewrite the proxy")]
    public void A_heading_between_items_and_a_name_within_one_are_not_glued_to_its_words(string text, params string[] titles) =>
        Assert.Equal(titles, Read(text).Select(task => task.Title));

    [Theory]
    [InlineData("- none")]
    [InlineData("- n/a")]
    [InlineData("* TBD")]
    [InlineData("- TODO")]
    [InlineData("- [ ] None.")]
    [InlineData("No tasks needed.")]
    [InlineData("1. -")]
    [InlineData("- nothing\n- –")]
    [InlineData("- ~~Drop the nightly job~~")]
    [InlineData("- [ ] ~~Drop the nightly job @frank~~")]
    public void An_item_that_says_that_there_is_none_is_no_task(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("| Train the on-call | @omar | 21 April 2026 |", "Train the on-call", "omar", "2026-04-21", null)]
    [InlineData("| Train the on-call | @omar, @ana | due 2026-04-21 |", "Train the on-call (@ana)", "omar", "2026-04-21", null)]
    [InlineData("| Train the on-call | @omar / @ana | 2026-04-21 |", "Train the on-call (@ana)", "omar", "2026-04-21", null)]
    [InlineData("| Train the on-call | omar | 2026-04-21 |", "Train the on-call (omar)", null, "2026-04-21", null)]
    [InlineData("| Train the on-call | SRE & Web | TBD |", "Train the on-call (SRE & Web)", null, null, null)]
    [InlineData("| Train the on-call | - | n/a |", "Train the on-call", null, null, null)]
    [InlineData("| Train the on-call | omar | end of April |", "Train the on-call (omar, due: end of April)", null, null, "due-date-unreadable")]
    [InlineData("| Train the on-call | @omar | 04/05/2026 |", "Train the on-call (due: 04/05/2026)", "omar", null, "due-date-unreadable")]
    [InlineData("| Ask @jun and @mo about P1 | @acme/auth | 2026-04-21 |", "Ask @jun and @mo about P1", "acme/auth", "2026-04-21", null)]
    public void What_a_table_says_of_owner_and_date_is_read_or_stays_in_words(string row, string title, string? owner, string? due, string? problem)
    {
        var problems = new List<Problem>();

        var task = Assert.Single(TaskReader.Read(TaskLines.Of($"| Task | Owner | Due |\n| --- | --- | --- |\n{row}"), "here", problems));

        Assert.Equal((title, owner, due), (task.Title, task.Owner, task.Due?.ToString("uuuu-MM-dd", null)));
        Assert.Equal(problem, problems.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("Train people (due: end of April), then Rome", "`end of April`")]
    [InlineData("Train people, due 4/5, then Rome", "`4/5`")]
    [InlineData("due:soon - train people", "`soon - train people`")]
    public void A_due_date_that_is_none_is_quoted_as_it_stands(string line, string quoted)
    {
        var problems = new List<Problem>();

        TaskReader.Read([line], "here", problems);

        Assert.Contains(quoted, Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_priority_that_a_table_has_in_other_words_stays_too() =>
        Assert.Equal(["one", "two (high)", "three"], TaskReader.Read(TaskLines.Of("| Task | Priority |\n| --- | --- |\n| one | P2 |\n| two | high |\n| three | – |"), "here", []).Select(task => task.Title));

    [Fact]
    public void Tasks_in_a_fence_are_tasks() => Assert.Equal(["one", "two"], Read("```text\n- one @jun\n- two\n```").Select(task => task.Title));

    [Fact]
    public void A_status_in_a_table_says_that_a_task_is_done() =>
        Assert.Equal(
            [false, true, true, false],
            Read("| Task | Owner | Status |\n| --- | --- | --- |\n| one | @jun | in progress |\n| two | ana | **Done** |\n| three | - | ✅ |\n| four | - | not done |").Select(task => task.IsTicked));

    [Fact]
    public void A_box_that_is_ticked_says_that_the_task_is_done() =>
        Assert.Equal([true, false, true], Read("- [x] one\n- [ ] two\n- [X] three @jun").Select(task => task.IsTicked));

    [Theory]
    [InlineData("- [x] Add an alert", "Add an alert")]
    [InlineData("· [ ] [x] Add an alert", "Add an alert")]
    [InlineData("**[x] Add an alert**", "Add an alert")]
    [InlineData("Task 1: Task 1: Add an alert", "Add an alert")]
    public void What_stands_twice_before_a_task_is_taken_off_twice(string line, string title) =>
        Assert.Equal(title, Assert.Single(TaskReader.Read([line], "here", new List<Problem>())).Title);

    [Fact]
    public void A_label_that_stands_there_twice_is_one() =>
        Assert.Equal(["docs"], Assert.Single(TaskReader.Read(["Write it down (#docs) · #Docs #docs"], "here", new List<Problem>())).Labels, StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void What_we_write_of_a_task_reads_as_that_task()
    {
        string[] pieces = ["- ", "* ", "1. ", "[ ] ", "[x] ", "(P1) ", "P2 ", "P1: ", "@jun ", "(@jo, due 2024-06-01) ", "due 2024-07-01 ", "#docs ", "acme/login-2 ", "Task 1: ", "**", "`", "~~", "· ", " · ", ", ", ": ", "add ", "an alert ", "(", ")", "to ", "\t"];
        var lines = Gen.Elements(pieces).ArrayOf().Select(parts => string.Concat(parts));

        Prop.ForAll(Arb.From(lines), line =>
        {
            var written = TaskReader.Read([line], "here", new List<Problem>()).Select(TaskLine.Of).ToList();
            return TaskReader.Read(written, "here", new List<Problem>()).Select(TaskLine.Of).SequenceEqual(written);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void Many_items_below_a_long_one_do_not_each_repeat_all_of_it() =>
        Growth.IsLinear(length => $"- {Growth.Heap("word ", length / 2)}:\n{Growth.Heap("  - item\n", length / 2)}", text => Read(text));

    private static IReadOnlyList<IncidentTask> Read(string text) => TaskReader.Read(TaskLines.Of(text), "here", new List<Problem>());
}
