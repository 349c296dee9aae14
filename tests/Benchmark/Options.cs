namespace PostmortemAction.Benchmark;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Quick">One repetition: only the counts matter.</param>
/// <param name="Core">The core alone, in place of whole runs.</param>
/// <param name="Readme">Whether the README gets what was measured.</param>
/// <param name="Program">The published program; null to publish it first.</param>
internal sealed record Options(bool Quick, bool Core, bool Readme, string? Program, int Repetitions)
{
    public const string Usage = "usage: [--quick | --repetitions N] [--program PATH] [--readme], or --core [--readme]";

    /// <exception cref="FormatException">Something else was asked for.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options(false, false, false, Environment.GetEnvironmentVariable("POSTMORTEM_PROGRAM"), 5);
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--quick" => options with { Quick = true, Repetitions = 1 },
                "--core" => options with { Core = true },
                "--readme" => options with { Readme = true },
                "--program" when i + 1 < arguments.Count => options with { Program = arguments[++i] },
                "--repetitions" when i + 1 < arguments.Count && int.TryParse(arguments[++i], out var count) && count > 0 => options with { Repetitions = count },
                _ => throw new FormatException(Usage),
            };
        }

        return options with { Program = options.Program is { Length: > 0 } program ? Path.GetFullPath(program) : null };
    }
}
