namespace PostmortemAction.GitHub;

/// <summary>A person, bot or organisation.</summary>
public sealed record Account(string Login, string? Type)
{
    public bool IsBot => Type == "Bot";
}
