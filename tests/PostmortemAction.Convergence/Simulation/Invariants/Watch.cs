using PostmortemAction.Convergence.Simulation.Contracts;
using PostmortemAction.Convergence.Simulation.Views;

namespace PostmortemAction.Convergence.Simulation.Invariants;

/// <summary>Looks at every request and at every change, and writes down what is broken.</summary>
internal sealed class Watch(SimulatedGitHub github)
{
    private int seen = -1;

    public void Look(SimulatedRequest request, HttpRequestMessage message)
    {
        if (request.Address.Host != Addresses.Host)
        {
            Tell(InvariantNames.TokenStaysHome, request, request.Address.Host);
        }

        foreach (var (name, wrong) in RequestInvariants.All)
        {
            if (wrong(github, request) is { } message1)
            {
                Tell(name, request, message1);
            }
        }

        foreach (var problem in Headers(message).Concat(request.Operation is { } operation ? ContractCheck.Request(operation, request.Query.Keys, request.Body) : []))
        {
            Tell(InvariantNames.RequestAsDescribed, request, $"{request.Method} {request.Operation?.Id ?? request.Address.AbsolutePath}: {problem}");
        }
    }

    /// <summary>Nothing can break while nothing changes.</summary>
    public void Check(int request, bool atRest)
    {
        var version = github.Repositories.Sum(repository => repository.Version);
        if (seen == version && !atRest)
        {
            return;
        }

        seen = version;
        foreach (var (name, broken) in StateInvariants.All)
        {
            if (!atRest && github.AtRestOnly.Contains(name))
            {
                continue;
            }

            foreach (var message in broken(github))
            {
                github.Tell(name, request, message);
            }
        }
    }

    private static IEnumerable<string> Headers(HttpRequestMessage message)
    {
        if (message.Headers.UserAgent.Count == 0)
        {
            yield return "The header User-Agent is missing.";
        }

        if (!message.Headers.TryGetValues("X-GitHub-Api-Version", out var versions) || versions.Single() != "2022-11-28")
        {
            yield return "The header X-GitHub-Api-Version is not the described one.";
        }
    }

    private void Tell(string name, SimulatedRequest request, string message) => github.Tell(name, request.Entry.Index, message);
}
