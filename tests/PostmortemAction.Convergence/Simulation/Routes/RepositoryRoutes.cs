using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>The repository, and who may do what in it.</summary>
internal static class RepositoryRoutes
{
    public static Answer Get(Call call) => Answer.Ok(call.Show.Repository());

    /// <summary>A job's token may not ask whose it is.</summary>
    public static Answer GetUser(Call call) =>
        call.Login == StoredRepository.Bot ? throw new Refusal(403, "Resource not accessible by integration") : Answer.Ok(call.Show.User(call.Login));

    public static Answer GetPermission(Call call) =>
        call.Repository.Account(call.Parameters["username"]).IsBot
            ? throw new Refusal(404, $"{call.Parameters["username"]} is not a user")
            : Answer.Ok(call.Show.Permission(call.Parameters["username"]));

    public static Answer CheckAssignee(Call call) =>
        call.Repository.CanBeAssigned(call.Parameters["assignee"]) ? Answer.NoContent : throw Refusal.NotFound();
}
