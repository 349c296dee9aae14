using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Secrets;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Tests.Timelines;

/// <summary>What comments say may be read ahead of everything else.</summary>
public class CommentWordsTests
{
    private const string Own = "own-token-of-no-shape/1";

    [Fact]
    public void Comments_that_were_read_ahead_say_the_same()
    {
        var record = Records.Incident with
        {
            Comments =
            [
                Said("10:12 The login is back\n10:15 **Fix:** rolled back", "jun", mayWrite: true),
                Said("10:12 The login is back\n10:15 **Fix:** rolled back", "stranger", mayWrite: false),
                Said("pin\nThe cache was cold, with password: hunter2hunter2", "mira", mayWrite: true),
                Said($"The log says {Own}, and /nothing else", "mira", mayWrite: true),
                Said("/root-cause The cache was cold", "mira", mayWrite: true),
                Said("04/05/2024 10:20 we looked", "jun", mayWrite: true),
                Said("", "jun", mayWrite: true),
            ],
        };
        var ahead = Words();
        ahead.Read(record.Comments.Select(comment => comment.Body));

        var postmortem = PostmortemAssembler.Assemble(record, new RunSettings(), ahead);

        var expected = PostmortemAssembler.Assemble(record, new RunSettings(), Words());
        Assert.Equal(Json(expected), Json(postmortem));
        Assert.Contains(expected.Problems, problem => problem.Code == "secrets-masked" && problem.Message.Contains(KnownSecrets.Kind, StringComparison.Ordinal));
        Assert.Contains(expected.Timeline, entry => entry.Text == "**Fix:** rolled back");
    }

    private static string Json(Postmortem postmortem) => PostmortemJson.Write(PostmortemModel.ForJson(postmortem, new("acme/shop", "https://github.com/acme/shop", "main")));

    private static CommentWords Words()
    {
        var known = new KnownSecrets();
        known.Add(Own);
        return new(known);
    }

    private static CommentRecord Said(string body, string author, bool mayWrite) =>
        Records.Comment(body, "2024-04-14T10:30:00Z") with { Author = author, AuthorMayWrite = mayWrite };
}
