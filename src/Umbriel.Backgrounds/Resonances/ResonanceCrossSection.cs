using Umbriel.Core;
using Umbriel.Nuclei;

namespace Umbriel.Backgrounds.Resonances;

/// <summary>
/// Resonance production by neutrinos on a free nucleon at rest, d²σ/dW dQ²: the model of Rein and Sehgal with the lepton's
/// mass after Berger and Sehgal and the form factors of Graczyk and Sobczyk,
/// <code>
/// d²σ/dW dQ² = G_F² {cos²θ_C}/8π (Q²/q²)(W/M) Σ [ (W/M)(L (|f+3|² + |f+1|²) + R (|f−3|² + |f−1|²)) + (M/W)(q²/Q²) Σ_h(|f0+|² + |f0−|²) ] BW(W)
/// </code>
/// summed over resonances without interference, as GENIE does. L and R of <see cref="LeptonCurrent"/> change places for
/// antineutrinos. Zero from the joining mass on. Immutable; safe to share between threads.
/// </summary>
public sealed class ResonanceCrossSection
{
    private readonly QuarkModelState[] states;
    private readonly InelasticParameters parameters;
    private readonly BreitWigner[] lines;
    private readonly CurrentCouplings[] couplings;

    /// <summary>Takes the resonances and the parameters.</summary>
    /// <param name="table">The resonances.</param>
    /// <param name="parameters">The parameters.</param>
    public ResonanceCrossSection(ResonanceTable table, InelasticParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(parameters);
        states = [.. table.States.Select(state => state.Model)];
        this.parameters = parameters;
        lines = [.. table.States.Select(state => new BreitWigner(state))];
        couplings = new CurrentCouplings[2 * 4 * 2];
        foreach (WeakCurrent current in (WeakCurrent[])[WeakCurrent.Charged, WeakCurrent.Neutral])
        {
            for (int charge = -1; charge <= 2; charge++)
            {
                couplings[IndexOf(current, charge, 1)] = CurrentCouplings.Weak(current, charge, 1, parameters.SinSquaredWeakAngle);
                couplings[IndexOf(current, charge, 3)] = CurrentCouplings.Weak(current, charge, 3, parameters.SinSquaredWeakAngle);
            }
        }
    }

    /// <summary>d²σ/dW dQ² of all resonances, cm²/GeV³.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="energy">Neutrino energy, GeV.</param>
    /// <param name="w">Invariant mass of the hadrons, GeV.</param>
    /// <param name="q2">Q², GeV².</param>
    public double Differential(WeakCurrent current, int neutrino, Nucleon nucleon, double energy, double w, double q2)
    {
        Span<double> each = stackalloc double[ResonanceTable.Count];
        return Differential(current, neutrino, nucleon, energy, w, q2, each);
    }

    /// <summary>d²σ/dW dQ² of all resonances, and of each, cm²/GeV³.</summary>
    /// <param name="current">Charged or neutral.</param>
    /// <param name="neutrino">PDG code of the neutrino.</param>
    /// <param name="nucleon">The struck nucleon.</param>
    /// <param name="energy">Neutrino energy, GeV.</param>
    /// <param name="w">Invariant mass of the hadrons, GeV.</param>
    /// <param name="q2">Q², GeV².</param>
    /// <param name="each">Receives the parts in the order of <see cref="Resonance"/>.</param>
    public double Differential(WeakCurrent current, int neutrino, Nucleon nucleon, double energy, double w, double q2, Span<double> each)
    {
        each[..ResonanceTable.Count].Clear();
        double mass = nucleon.Mass();
        double leptonMass = NeutrinoScattering.LeptonMass(current, neutrino);
        (double lower, double upper) = NeutrinoScattering.TransferLimits(energy, mass, leptonMass, w);
        int charge = NeutrinoScattering.HadronCharge(current, neutrino, nucleon);
        if (w <= NeutrinoScattering.PionThreshold(charge) || w >= parameters.JoiningMass || !(q2 > lower) || !(q2 < upper))
        {
            return 0.0;
        }

        bool charged = current == WeakCurrent.Charged;
        LeptonCurrent lepton = new(energy, mass, leptonMass, w, q2);
        (double left, double right) = neutrino > 0 ? (lepton.Left, lepton.Right) : (lepton.Right, lepton.Left);
        (double vector, double axial) = ResonanceFormFactors.At(
            mass,
            w,
            q2,
            charged ? parameters.VectorMassCharged : parameters.VectorMassNeutral,
            charged ? parameters.AxialMassCharged : parameters.AxialMassNeutral);
        double sum = w + mass;
        double level = 1.0 / (1.0 + (q2 / (sum * sum)));
        double nu = ((w * w) - (mass * mass) + q2) / (2.0 * mass);
        double q = (nu * nu) + q2;
        double common = PhysicalConstants.FermiConstant * PhysicalConstants.FermiConstant * PhysicalConstants.HbarCSquared / (8.0 * Math.PI)
            * (charged ? parameters.Vud * parameters.Vud * parameters.ResonanceScaleCharged : parameters.ResonanceScaleNeutral);
        double transverse = common * q2 / q * w * w / (mass * mass);

        Span<Level> levels = stackalloc Level[3];
        for (int n = 0; n < 3; n++)
        {
            levels[n] = new Level(new QuarkModelFactors(mass, w, q2, n, vector, axial, PhysicalConstants.MassChargedPion), lepton, n);
            vector *= level;
            axial *= level;
        }

        double total = 0.0;
        for (int i = 0; i < lines.Length; i++)
        {
            double line = lines[i].Density(w);
            if (line > 0.0)
            {
                QuarkModelState state = states[i];
                (double plus, double minus, double zero) = levels[state.OscillatorN].Squares(state, couplings[IndexOf(current, charge, state.TwoIsospin)]);
                each[i] = line * ((transverse * ((left * plus) + (right * minus))) + (common * zero));
                total += each[i];
            }
        }

        return total;
    }

    private static int IndexOf(WeakCurrent current, int charge, int twoIsospin) => ((int)current * 8) + ((charge + 1) * 2) + (twoIsospin / 2);

    /// <summary>What all resonances of an oscillator level have in common.</summary>
    private readonly struct Level
    {
        private readonly QuarkModelFactors factors;
        private readonly (double S, double B, double C) flipped;
        private readonly (double S, double B, double C) kept;
        private readonly double power;
        private readonly double lowerPower;

        public Level(QuarkModelFactors factors, LeptonCurrent lepton, int n)
        {
            this.factors = factors;
            flipped = factors.Longitudinal(lepton.FlippedTime, lepton.FlippedAlong);
            kept = factors.Longitudinal(lepton.KeptTime, lepton.KeptAlong);
            lowerPower = n switch { 0 => 0.0, 1 => 1.0, _ => factors.Lambda };
            power = n switch { 0 => 1.0, 1 => factors.Lambda, _ => factors.Lambda * factors.Lambda };
        }

        /// <summary>|f+3|² + |f+1|², |f−3|² + |f−1|², and |f0+|² + |f0−|² summed over the lepton's helicities.</summary>
        public (double Plus, double Minus, double Zero) Squares(QuarkModelState state, CurrentCouplings couplings)
        {
            double vectorT = lowerPower * factors.T * (couplings.Vector + (couplings.Scalar * state.ScalarT));
            double vectorR = power * factors.R * (couplings.Vector + (couplings.Scalar * state.ScalarR));
            double vectorS = power * state.S0 * (couplings.Vector + (couplings.Scalar * state.ScalarS));
            double axialT = lowerPower * factors.AxialT * couplings.Axial;
            double axialR = power * factors.AxialR * couplings.Axial;
            double plus1 = (state.T1 * (vectorT + axialT)) + (state.R1 * (vectorR + axialR));
            double plus3 = (state.T3 * (vectorT + axialT)) + (state.R3 * (vectorR + axialR));
            double minus1 = (state.T1 * (vectorT - axialT)) + (state.R1 * (vectorR - axialR));
            double minus3 = (state.T3 * (vectorT - axialT)) + (state.R3 * (vectorR - axialR));

            // f0∓ = s ± c up to a sign: the interference cancels in the sum of squares.
            double c = power * state.C0 * couplings.Axial;
            double b = lowerPower * state.C0 * state.B0 * couplings.Axial;
            double flippedS = vectorS * flipped.S;
            double keptS = vectorS * kept.S;
            double flippedC = (c * flipped.C) - (b * flipped.B);
            double keptC = (c * kept.C) - (b * kept.B);
            return ((plus1 * plus1) + (plus3 * plus3),
                (minus1 * minus1) + (minus3 * minus3),
                2.0 * ((flippedS * flippedS) + (keptS * keptS) + (flippedC * flippedC) + (keptC * keptC)));
        }
    }
}
