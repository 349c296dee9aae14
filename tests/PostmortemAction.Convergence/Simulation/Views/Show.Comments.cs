using System.Globalization;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Views;

public sealed partial class Show
{
    public JsonMap Comment(StoredComment comment)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"{api}/issues/comments/{comment.Id}");
        return new()
        {
            ["url"] = url, ["html_url"] = string.Create(CultureInfo.InvariantCulture, $"{WebUrl(comment.Issue)}#issuecomment-{comment.Id}"),
            ["issue_url"] = string.Create(CultureInfo.InvariantCulture, $"{api}/issues/{comment.Issue.Number}"),
            ["id"] = comment.Id, ["node_id"] = Node("IC", comment.Id), ["user"] = User(comment.Author),
            ["created_at"] = Time(comment.CreatedAt), ["updated_at"] = Time(comment.UpdatedAt), ["body"] = comment.Body,
            ["author_association"] = Association(comment.Author), ["reactions"] = Reactions(url), ["performed_via_github_app"] = null, ["minimized"] = null,
        };
    }
}
