using PostmortemAction.Core.Problems;

namespace PostmortemAction.Adoption;

/// <summary>One line of <c>doctor</c>.</summary>
/// <param name="What">How it is, in one sentence. People's words in it stand in code spans.</param>
/// <param name="ToDo">What to do about it; null where nothing is.</param>
public sealed record SetupCheck(SetupLevel Level, string What, string? ToDo = null)
{
    /// <summary>What the level is called.</summary>
    public string Name => Level switch { SetupLevel.Ok => "ok", SetupLevel.Look => "look", _ => "to do" };

    public string Text => ToDo is null ? What : $"{What} {ToDo}";

    public static SetupCheck Ok(string what) => new(SetupLevel.Ok, what);

    public static SetupCheck Look(string what, string toDo) => new(SetupLevel.Look, what, toDo);

    public static SetupCheck Missing(string what, string toDo) => new(SetupLevel.ToDo, what, toDo);

    public static SetupCheck Of(Problem problem) => new(
        problem.Level == ProblemLevel.Error ? SetupLevel.ToDo : SetupLevel.Look,
        problem.Place is { } place ? $"{Core.Text.Quoted.Code(place, 200)}: {problem.Message}" : problem.Message,
        problem.Fix);
}
