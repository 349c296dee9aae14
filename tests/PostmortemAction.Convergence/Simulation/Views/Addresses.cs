namespace PostmortemAction.Convergence.Simulation.Views;

/// <summary>Where things are: of the API and on the web.</summary>
internal static class Addresses
{
    public const string Api = "https://api.github.com";
    public const string Web = "https://github.com";
    public const string Host = "api.github.com";
}
