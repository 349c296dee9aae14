using System.Text;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Secrets;

namespace PostmortemAction.Core.Tests.Secrets;

public class RecordMaskTests
{
    private const string Token = "gh" + "p_" + "q7Rt2Zk9Lm4Xc8Vb1Nh6Jd3Wf5Ys0Ga7Pe2T";

    [Fact]
    public void Secrets_are_masked_in_everything_that_people_wrote()
    {
        var at = Records.At("2024-04-14T10:20:00Z");
        var record = Records.Incident with
        {
            Title = $"Leak {Token}",
            Body = $"Found {Token}",
            Labels = ["incident", Token],
            Comments = [Records.Comment($"Look: {Token}", "2024-04-14T10:20:00Z")],
            Events =
            [
                Records.Label(Token, "2024-04-14T10:21:00Z"),
                new("cross-referenced", "jun", false, at, Records.Url, PullRequest: new(7, $"Drop {Token}", "https://github.com/acme/shop/pull/7", false)),
            ],
        };

        var problems = new List<Problem>();
        var masked = SecretMask.Apply(record, problems);

        Assert.DoesNotContain(Token, Everything(masked), StringComparison.Ordinal);
        Assert.Equal("Look: [masked: GitHub token]", masked.Comments[0].Body);
        var problem = Assert.Single(problems);
        Assert.Equal(("secrets-masked", ProblemLevel.Warning, Records.Url), (problem.Code, problem.Level, problem.Place));
        Assert.Equal(
            $"6 secrets were masked: 6 × GitHub token, in the title, the description, a label, [a comment]({Records.Url}#issuecomment-1), the title of a pull request.",
            problem.Message);
        Assert.DoesNotContain(Token, problem.Message + problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_without_secrets_stays_and_nothing_is_said()
    {
        var problems = new List<Problem>();
        var masked = SecretMask.Apply(Records.Incident, problems);

        Assert.Empty(problems);
        Assert.Equal(Everything(Records.Incident), Everything(masked));
    }

    [Fact]
    public void Our_own_comment_is_read_as_it_is()
    {
        var ours = Records.Comment($"x {Token}", "2024-04-14T10:20:00Z") with { Ours = true };

        Assert.Equal(ours.Body, SecretMask.Apply(Records.Incident with { Comments = [ours] }, []).Comments[0].Body);
    }

    [Fact]
    public void The_runs_own_token_is_hidden_in_every_form()
    {
        const string Own = "own-token-of-no-shape/1";
        var known = new KnownSecrets();
        known.Add(Own);

        foreach (var prefix in new[] { "", "x", "xy", "xyz", "x-access-token:" })
        {
            var text = $"{Own} {Convert.ToBase64String(Encoding.UTF8.GetBytes(prefix + Own))} {Uri.EscapeDataString(Own)}";
            var hidden = known.Hide(text);

            Assert.DoesNotContain(Own, hidden, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(prefix + Own))[(prefix.Length * 4 / 3 + 2)..^6], hidden, StringComparison.Ordinal);
            Assert.Contains("[masked: this run's token]", hidden, StringComparison.Ordinal);
        }
    }

    private static string Everything(IncidentRecord record) => string.Join('\n',
    [
        record.Title, record.Body, .. record.Labels, .. record.Comments.Select(comment => comment.Body),
        .. record.Events.Select(item => item.Label + item.PullRequest?.Title),
    ]);
}
