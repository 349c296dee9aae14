using Spectre.Console;

namespace PostmortemAction.Preview;

/// <summary>Where the preview prints: colours and the terminal's width on a terminal, plain and unwrapped elsewhere.</summary>
internal static class PreviewConsole
{
    /// <summary>More than any problem has.</summary>
    private const int LongestLine = 100_000;

    /// <summary>Progress goes to standard error, so that standard output holds the data alone.</summary>
    public static IAnsiConsole ForProgress()
    {
        if (!Console.IsErrorRedirected)
        {
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        }

        // Lines and no tables: one that is broken is two to whoever searches a log.
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = LongestLine;
        return console;
    }

    public static IAnsiConsole Create()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 500;
        return console;
    }
}
