/// Whether the steps of a procedure can be followed from the first to an end.
struct ProcedureGraph {
    let steps: [ProcedureReader.PlacedStep]
    let references: [StepReference]
    /// Of the list of steps.
    let place: JSON5Value.Place

    func check(_ collector: inout FaultCollector) {
        let ids = steps.map(\.step.id)
        var isSound = !steps.isEmpty
        for reference in references where !ids.contains(reference.id) {
            isSound = false
            let hint = FaultCollector.hint(reference.id, ids)
            collector.report(
                "PROCEDURE_UNKNOWN_STEP", reference.key, reference.place,
                Text(
                    en: "there is no step “\(Shown.text(reference.id))”; \(hint.en)",
                    id: "langkah “\(Shown.text(reference.id))” tidak ada; \(hint.id)"))
        }
        checkOwnWay(&collector)
        checkArchive(&collector)
        checkNeeds(&collector)
        // With a step missing, half the rest would seem out of reach.
        guard isSound, Set(ids).count == ids.count else { return }
        checkReach(&collector)
        checkEnds(&collector)
        checkJoins(&collector)
    }

    private func ways(_ step: Procedure.Step) -> [(key: String, to: Procedure.Destination)] {
        guard let decision = step.decision else { return [("next", step.next)] }
        return [("decision.yes", decision.yes), ("decision.no", decision.no)]
            + (decision.reset.map { [("decision.reset", $0)] } ?? [])
    }

    private func checkOwnWay(_ collector: inout FaultCollector) {
        for placed in steps {
            for (key, to) in ways(placed.step) where to.steps.contains(placed.step.id) {
                collector.report(
                    "PROCEDURE_CONTRADICTION", "\(placed.step.id).\(key)", placed.place(of: key),
                    Text(en: "leads to the step itself", id: "menuju langkah itu sendiri"))
            }
            if placed.step.decision?.yes == placed.step.decision?.no, placed.step.decision != nil {
                collector.report(
                    "PROCEDURE_CONTRADICTION", "\(placed.step.id).decision.no", placed.place(of: "decision.no"),
                    Text(
                        en: "yes and no lead to the same; then there is nothing to decide: use next",
                        id: "yes dan no menuju tempat yang sama; berarti tidak ada keputusan: pakai next"))
            }
        }
    }

    /// An archived request is closed: a step behind the one that archives could never be taken.
    private func checkArchive(_ collector: inout FaultCollector) {
        for placed in steps where placed.step.has(.archive) {
            // That it leads to itself has been said.
            for (key, to) in ways(placed.step) where to != .end && !to.steps.contains(placed.step.id) {
                let following = to == .applicant ? "applicant" : Shown.text(to.steps.joined(separator: ", "))
                collector.report(
                    "PROCEDURE_CONTRADICTION", "\(placed.step.id).\(key)", placed.place(of: key),
                    Text(
                        en: "leads to \(following), but the step archives, and nothing follows that; let it lead to "
                            + "\"end\", or archive in a last step",
                        id: "menuju \(following), padahal langkah ini mengarsipkan dan sesudahnya tidak ada langkah "
                            + "lagi; arahkan ke \"end\", atau arsipkan pada langkah terakhir"))
            }
        }
    }

    /// A paper that no step writes would be waited for in vain.
    private func checkNeeds(_ collector: inout FaultCollector) {
        let written = Set(steps.flatMap(\.step.documents))
        for placed in steps {
            let awaited = placed.step.needs.map { ("needs", $0) } + placed.step.expects.map { ("expects", $0) }
            for (key, kind) in awaited where !written.contains(kind) {
                collector.report(
                    "PROCEDURE_CONTRADICTION", "\(placed.step.id).\(key)", placed.place(of: key),
                    Text(
                        en: "no step writes “\(kind.rawValue)”; list it under documents of the step that does",
                        id: "tidak ada langkah yang membuat “\(kind.rawValue)”; cantumkan di documents langkahnya"))
            }
        }
    }

    private func checkReach(_ collector: inout FaultCollector) {
        guard let first = steps.first else { return }
        var reached: Set<String> = [first.step.id]
        var open = [first.step.id]
        while let id = open.popLast() {
            guard let placed = steps.first(where: { $0.step.id == id }) else { continue }
            for (_, to) in ways(placed.step) {
                for next in to.steps where reached.insert(next).inserted { open.append(next) }
            }
        }
        for placed in steps where !reached.contains(placed.step.id) {
            collector.report(
                "PROCEDURE_UNREACHABLE", placed.step.id, placed.place,
                Text(
                    en: "no way leads here from \(first.step.id); name it in next or in a decision, or remove it",
                    id: "tidak ada jalan ke sini dari \(first.step.id); sebutkan di next atau decision, atau hapus"))
        }
    }

    /// From each step there must be a way to the end.
    private func checkEnds(_ collector: inout FaultCollector) {
        var ending: Set<String> = []
        var grows = true
        while grows {
            grows = false
            for placed in steps where !ending.contains(placed.step.id) {
                let leads = ways(placed.step).contains { $0.to == .end || !ending.isDisjoint(with: $0.to.steps) }
                if leads {
                    ending.insert(placed.step.id)
                    grows = true
                }
            }
        }
        for placed in steps where !ending.contains(placed.step.id) {
            collector.report(
                "PROCEDURE_ENDLESS", placed.step.id, placed.place,
                Text(
                    en: "no way leads from here to an end; let a last step lead to \"end\"",
                    id: "dari sini tidak ada jalan ke akhir; arahkan langkah terakhir ke \"end\""))
        }
    }

    /// A step that waits for others can be reached from each of them directly.
    private func checkJoins(_ collector: inout FaultCollector) {
        for placed in steps {
            for id in placed.step.after {
                guard let other = steps.first(where: { $0.step.id == id }) else { continue }
                guard !ways(other.step).contains(where: { $0.to.steps.contains(placed.step.id) }) else { continue }
                collector.report(
                    "PROCEDURE_CONTRADICTION", "\(placed.step.id).after", placed.place(of: "after"),
                    Text(
                        en: "waits for \(id), which does not lead here; set next of \(id) to \(placed.step.id)",
                        id: "menunggu \(id), yang tidak menuju ke sini; isi next pada \(id) dengan \(placed.step.id)"))
            }
        }
    }
}
