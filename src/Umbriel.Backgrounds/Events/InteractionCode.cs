namespace Umbriel.Backgrounds.Events;

/// <summary>Process codes of NuHepMC's convention E.C.1 (arXiv:2310.13211): hundreds by process, from 50 on in them neutral currents.</summary>
public static class InteractionCode
{
    /// <summary>The code of a process: 100 coherent, 200 quasi-elastic, 300 pairs, 400 resonant, 600 deep-inelastic and the background under resonances, 700 on electrons.</summary>
    public static int Of(InteractionProcess process, WeakCurrent current)
    {
        int hundred = process switch
        {
            InteractionProcess.Coherent => 100,
            InteractionProcess.Elastic => 200,
            InteractionProcess.Pair => 300,
            InteractionProcess.Resonant => 400,
            InteractionProcess.NonResonant => 600,
            _ => 700,
        };
        return current == WeakCurrent.Neutral ? hundred + 50 : hundred;
    }
}
