using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.Options;
using Participatie.Web.Accounts;
using Participatie.Web.Backups;
using Participatie.Web.Data;
using Participatie.Web.Demonstration;
using Participatie.Web.Polls;
using Participatie.Web.Reading.Search;
using Participatie.Web.Verification;

namespace Participatie.Web.Commands;

/// <summary>The doors for the administrator at a shell. An expected fault is one sentence on standard error and exit code 1.</summary>
public static class CommandLine
{
    /// <summary>Longer than a server takes to say goodbye, shorter than the patience of systemd (participatie.service).</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(40);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Participatie: the server of the wijktafel, where a neighbourhood decides together.")
        {
            ServeCommand.Create("serve"),
            MigrateCommand.Create(),
            VerifyCommand.Create(),
            BackupCommands.CreateBackup(),
            BackupCommands.CreateRestore(),
            DemoCommand.Create(),
            AccountCommand.Create(),
            PassesCommand.Create(),
            ReindexCommand.Create(),
        };
        ServeCommand.Serve(root);
        root.Add(HelpCommand.Create(root));

        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = Farewell,
            });
        }
        catch (OperatorFault fault)
        {
            return await FailAsync(fault);
        }
        catch (DbException fault)
        {
            return await FailAsync(Databases.Explain(fault));
        }
        catch (OptionsValidationException fault)
        {
            return await FailAsync(new OperatorFault($"The configuration cannot be used: {string.Join(' ', fault.Failures)}", fault));
        }
        catch (IOException fault)
        {
            return await FailAsync(new OperatorFault(fault.Message, fault));
        }
    }

    private static async Task<int> FailAsync(OperatorFault fault)
    {
        await Console.Error.WriteLineAsync(fault.Message);
        return 1;
    }
}
