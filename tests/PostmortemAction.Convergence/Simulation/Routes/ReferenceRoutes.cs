using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>References in every namespace.</summary>
internal static class ReferenceRoutes
{
    public static Answer Get(Call call)
    {
        var name = $"refs/{call.Parameters["ref"]}";
        return call.Repository.Git.References.TryGetValue(name, out var sha) ? Answer.Ok(call.Show.Reference(name, sha)) : throw Refusal.NotFound();
    }

    /// <summary>All of them: this list has no pages.</summary>
    public static Answer Matching(Call call) => Answer.Ok(call.Repository.Git.References
        .Where(each => !call.Lag.IsEmpty && each.Key.StartsWith($"refs/{call.Parameters["ref"]}", StringComparison.Ordinal))
        .Select(each => call.Show.Reference(each.Key, each.Value)).ToList());

    public static Answer Create(Call call)
    {
        call.Repository.CreateReference(call.Body.Text("ref") ?? "", call.Body.Text("sha") ?? "", call.Login);
        return Answer.Created(call.Show.Reference(call.Body.Text("ref")!, call.Body.Text("sha")!));
    }

    public static Answer Update(Call call)
    {
        var name = $"refs/{call.Parameters["ref"]}";
        call.Repository.UpdateReference(name, call.Body.Text("sha") ?? "", call.Body.GetValueOrDefault("force") is true, call.Login);
        return Answer.Ok(call.Show.Reference(name, call.Body.Text("sha")!));
    }

    public static Answer Delete(Call call)
    {
        call.Repository.DeleteReference($"refs/{call.Parameters["ref"]}", call.Login);
        return Answer.NoContent;
    }
}
