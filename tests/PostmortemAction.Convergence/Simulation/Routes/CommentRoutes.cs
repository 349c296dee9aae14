using System.Globalization;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>Comments on issues and pull requests.</summary>
internal static class CommentRoutes
{
    public static Answer List(Call call)
    {
        var issue = call.Issue();
        var since = call.Query.GetValueOrDefault("since") is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : DateTimeOffset.MinValue;
        return call.Page(
            call.Repository.Comments.FindAll(comment => comment.Issue == issue && comment.UpdatedAt >= since && call.Lag.IsListed(comment.CreatedAt)),
            call.Show.Comment);
    }

    public static Answer Create(Call call) => Answer.Created(call.Show.Comment(call.Repository.Comment(call.Issue(), call.Login, call.Body.Text("body"))));

    public static Answer Get(Call call) => Answer.Ok(call.Show.Comment(call.Comment()));

    public static Answer Update(Call call)
    {
        var comment = call.Comment();
        call.Repository.Edit(comment, call.Login, call.Body.Text("body"));
        return Answer.Ok(call.Show.Comment(comment));
    }

    public static Answer Delete(Call call)
    {
        call.Repository.Delete(call.Comment());
        return Answer.NoContent;
    }
}
