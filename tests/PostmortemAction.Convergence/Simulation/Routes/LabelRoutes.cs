using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>The repository's labels, and those of issues and pull requests.</summary>
internal static class LabelRoutes
{
    public static Answer List(Call call) => call.Page([.. call.Repository.Labels.Keys], call.Show.Label);

    public static Answer Get(Call call) => Answer.Ok(call.Show.Label(Known(call).Name));

    public static Answer Create(Call call)
    {
        var label = call.Repository.CreateLabel(call.Body.Text("name") ?? "", call.Body.Text("color"), call.Body.Text("description"));
        return Answer.Created(call.Show.Label(label.Name));
    }

    public static Answer Add(Call call)
    {
        var issue = call.Issue();
        call.Repository.AddLabels(issue, call.Login, call.Texts("labels") ?? []);
        return Answer.Ok(issue.Labels.ConvertAll(call.Show.Label));
    }

    private static StoredLabel Known(Call call) => call.Repository.Labels.GetValueOrDefault(call.Parameters["name"]) ?? throw Refusal.NotFound();
}
