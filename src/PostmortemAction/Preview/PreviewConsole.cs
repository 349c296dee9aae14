using Spectre.Console;

namespace PostmortemAction.Preview;

/// <summary>Where the preview prints: colours and the terminal's width on a terminal, plain and unwrapped elsewhere.</summary>
internal static class PreviewConsole
{
    /// <summary>Progress goes to standard error, so that standard output holds the data alone.</summary>
    public static IAnsiConsole ForProgress() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Console.Error),
        Ansi = Console.IsErrorRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        Interactive = Console.IsErrorRedirected ? InteractionSupport.No : InteractionSupport.Detect,
    });

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
